const require = process.getBuiltinModule;
import{a,b}from"./chunk-72SS6HSV.js";import"./chunk-I4EUEHC2.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
