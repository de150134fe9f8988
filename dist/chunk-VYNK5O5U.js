const require = process.getBuiltinModule;
import{a,b}from"./chunk-IPUXS3FI.js";import"./chunk-OY56TTPO.js";import"./chunk-E4VZQYHE.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
