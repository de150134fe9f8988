const require = process.getBuiltinModule;
import{a,b,c,d,e,f,g,h}from"./chunk-2OBECDT7.js";import"./chunk-F3BUAYBF.js";import"./chunk-WUVBLXSJ.js";export{g as addPrivateFiles,c as createFile,f as createPrivateFolder,e as removeFile,h as removePrivateFolder,d as rewriteFile,a as writeFile,b as writeReport};
