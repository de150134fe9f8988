const require = process.getBuiltinModule;
import{a,b}from"./chunk-BX5SC35M.js";import"./chunk-SENDOYZL.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
