const require = process.getBuiltinModule;
import{a,b,c,d,e,f,g,h}from"./chunk-GUGT55OP.js";import"./chunk-KCD4ADZC.js";import"./chunk-WUVBLXSJ.js";export{g as addPrivateFiles,c as createFile,f as createPrivateFolder,e as removeFile,h as removePrivateFolder,d as rewriteFile,a as writeFile,b as writeReport};
