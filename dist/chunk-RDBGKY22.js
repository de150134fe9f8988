const require = process.getBuiltinModule;
import{a,b}from"./chunk-SZXIE7EM.js";import"./chunk-Y66BLODR.js";import"./chunk-H3PD2WW6.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
