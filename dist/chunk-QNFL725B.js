const require = process.getBuiltinModule;
import{a,b}from"./chunk-CEHQVW4C.js";import"./chunk-6LL6RE5G.js";import"./chunk-JKSU6ESZ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
