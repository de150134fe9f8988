const require = process.getBuiltinModule;
import{a,b}from"./chunk-G5PBGHFQ.js";import"./chunk-IQNUB2QG.js";import"./chunk-I4EUEHC2.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
