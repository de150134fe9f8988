const require = process.getBuiltinModule;
import{a,b}from"./chunk-SQQWRAH7.js";import"./chunk-M3QHJUED.js";import"./chunk-RXIZHNMC.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
