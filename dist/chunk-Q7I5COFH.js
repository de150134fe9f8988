const require = process.getBuiltinModule;
import{a,b}from"./chunk-6NIRMXR2.js";import"./chunk-JYPAH5WK.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
