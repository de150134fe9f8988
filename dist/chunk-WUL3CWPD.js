const require = process.getBuiltinModule;
import{a,b}from"./chunk-PFJZV3Y4.js";import"./chunk-E6CNO5SI.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
