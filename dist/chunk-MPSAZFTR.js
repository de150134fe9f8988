const require = process.getBuiltinModule;
import{a,b,c,d,e,f}from"./chunk-D62O6Q43.js";import"./chunk-NQ2BNFL2.js";import"./chunk-WUVBLXSJ.js";export{e as addPrivateFiles,b as createFile,d as createPrivateFolder,f as removePrivateFolder,c as rewriteFile,a as writeFile};
