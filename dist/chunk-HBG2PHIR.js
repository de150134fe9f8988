const require = process.getBuiltinModule;
import{a,b}from"./chunk-QTURYU5D.js";import"./chunk-MRW75ZJA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
