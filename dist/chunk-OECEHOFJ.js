const require = process.getBuiltinModule;
import{a,b}from"./chunk-T2436ZCX.js";import"./chunk-6ALYV65H.js";import"./chunk-OUGIVPPS.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
