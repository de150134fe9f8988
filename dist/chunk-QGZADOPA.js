const require = process.getBuiltinModule;
import{a,b}from"./chunk-CKBVCH32.js";import"./chunk-HCHQAJWJ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
