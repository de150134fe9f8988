const require = process.getBuiltinModule;
import{a,b}from"./chunk-DVVH5FHA.js";import"./chunk-3QORLTAI.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
