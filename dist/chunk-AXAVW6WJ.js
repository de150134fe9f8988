const require = process.getBuiltinModule;
import{a,b}from"./chunk-7INHTAD4.js";import"./chunk-7MY32XEL.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
