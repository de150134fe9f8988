const require = process.getBuiltinModule;
import{a,b,c,d,e,f,g}from"./chunk-G4J7NM3N.js";import"./chunk-4Y5JV5ZH.js";import"./chunk-WUVBLXSJ.js";export{f as addPrivateFiles,b as createFile,e as createPrivateFolder,d as removeFile,g as removePrivateFolder,c as rewriteFile,a as writeFile};
