const require = process.getBuiltinModule;
import{a,b}from"./chunk-MBUB6KA4.js";import"./chunk-6Z4AJUDE.js";import"./chunk-Q2BBZRAG.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
