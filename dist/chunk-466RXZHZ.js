const require = process.getBuiltinModule;
import{a,b,c,d,e,f,g}from"./chunk-3MDD56VK.js";import"./chunk-D5SYGPMU.js";import"./chunk-WUVBLXSJ.js";export{f as addPrivateFiles,b as createFile,e as createPrivateFolder,d as removeFile,g as removePrivateFolder,c as rewriteFile,a as writeFile};
