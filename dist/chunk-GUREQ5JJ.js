const require = process.getBuiltinModule;
import{a,b}from"./chunk-VGJVOCDJ.js";import"./chunk-TJH6IIUS.js";import"./chunk-7FV3R6JP.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
