const require = process.getBuiltinModule;
import{a,b}from"./chunk-A3AFU3OZ.js";import"./chunk-ESNAB3GY.js";import"./chunk-WBW7EETC.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
