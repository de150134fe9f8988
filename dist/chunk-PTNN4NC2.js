const require = process.getBuiltinModule;
import{a,b}from"./chunk-DQHFQJ5Y.js";import"./chunk-FE6C2CYK.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
