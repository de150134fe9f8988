const require = process.getBuiltinModule;
import{a,b,c,d,e,f}from"./chunk-J75FWCIA.js";import"./chunk-OUGIVPPS.js";import"./chunk-WUVBLXSJ.js";export{e as addPrivateFiles,b as createFile,d as createPrivateFolder,f as removePrivateFolder,c as rewriteFile,a as writeFile};
