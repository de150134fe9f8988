const require = process.getBuiltinModule;
import{a,b}from"./chunk-IVJHLKIH.js";import"./chunk-ZKCZKRSN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
