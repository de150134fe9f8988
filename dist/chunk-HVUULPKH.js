const require = process.getBuiltinModule;
import{a,b}from"./chunk-5B3DKSVN.js";import"./chunk-2UN646H6.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
