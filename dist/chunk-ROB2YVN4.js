const require = process.getBuiltinModule;
import{a,b,c,d,e,f,g,h}from"./chunk-IO7PFE3W.js";import"./chunk-S7BOX5BH.js";import"./chunk-WUVBLXSJ.js";export{g as addPrivateFiles,c as createFile,f as createPrivateFolder,e as removeFile,h as removePrivateFolder,d as rewriteFile,a as writeFile,b as writeReport};
