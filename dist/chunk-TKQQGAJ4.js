const require = process.getBuiltinModule;
import{a,b}from"./chunk-ALU2K374.js";import"./chunk-S7NZCD7I.js";import"./chunk-A6A677JA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
