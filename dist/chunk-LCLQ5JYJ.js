const require = process.getBuiltinModule;
import{a,b}from"./chunk-JMVKFC5P.js";import"./chunk-IDLYVJDO.js";import"./chunk-JRQIMH2G.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
