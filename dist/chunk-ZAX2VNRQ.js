const require = process.getBuiltinModule;
import{a,b,c,d,e,f,g}from"./chunk-QLX6TOS2.js";import"./chunk-LQNV7TR4.js";import"./chunk-WUVBLXSJ.js";export{f as addPrivateFiles,b as createFile,e as createPrivateFolder,d as removeFile,g as removePrivateFolder,c as rewriteFile,a as writeFile};
