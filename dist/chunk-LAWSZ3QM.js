const require = process.getBuiltinModule;
import{a,b,c,d,e,f,g,h}from"./chunk-N7GFGWSK.js";import"./chunk-72SFI6WN.js";import"./chunk-WUVBLXSJ.js";export{g as addPrivateFiles,c as createFile,f as createPrivateFolder,e as removeFile,h as removePrivateFolder,d as rewriteFile,a as writeFile,b as writeReport};
