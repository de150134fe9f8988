const require = process.getBuiltinModule;
import{a,b}from"./chunk-GIRPOESF.js";import"./chunk-RPA2R6GA.js";import"./chunk-VJT6IMAI.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
