const require = process.getBuiltinModule;
import{a,b,c,d,e,f,g}from"./chunk-RQRMKGOE.js";import"./chunk-TBIFHIZX.js";import"./chunk-WUVBLXSJ.js";export{f as addPrivateFiles,b as createFile,e as createPrivateFolder,d as removeFile,g as removePrivateFolder,c as rewriteFile,a as writeFile};
