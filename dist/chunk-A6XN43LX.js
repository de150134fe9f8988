const require = process.getBuiltinModule;
import{a,b}from"./chunk-5R6S7EZO.js";import"./chunk-FIQRETQG.js";import"./chunk-HQATSEIQ.js";import"./chunk-7MY32XEL.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
