const require = process.getBuiltinModule;
import{a,b}from"./chunk-NGNN3LNF.js";import"./chunk-FQEAQWHE.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
