const require = process.getBuiltinModule;
import{a,b}from"./chunk-MGKKVKUM.js";import"./chunk-GF2I5FJ6.js";import"./chunk-JJAVKBSV.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
