const require = process.getBuiltinModule;
import{a,b,c,d,e,f}from"./chunk-ISVYKQ6O.js";import"./chunk-552I3EU5.js";import"./chunk-WUVBLXSJ.js";export{e as addPrivateFiles,b as createFile,d as createPrivateFolder,f as removePrivateFolder,c as rewriteFile,a as writeFile};
