const require = process.getBuiltinModule;
import{a,b}from"./chunk-QKKVBRD6.js";import"./chunk-L37JAQ57.js";import"./chunk-Z5CNOWC6.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
