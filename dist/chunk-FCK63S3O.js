const require = process.getBuiltinModule;
import{a,b}from"./chunk-JVA7FZXV.js";import"./chunk-LGWND3BN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
