const require = process.getBuiltinModule;
import{a,b}from"./chunk-IEERFPKA.js";import"./chunk-L6ZCI7B6.js";import"./chunk-CHKONASK.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
