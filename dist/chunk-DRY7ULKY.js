const require = process.getBuiltinModule;
import{a,b}from"./chunk-SY4TBJTA.js";import"./chunk-C2A75RLF.js";import"./chunk-UZHE3JX3.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
