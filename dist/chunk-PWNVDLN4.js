const require = process.getBuiltinModule;
import{a,b}from"./chunk-P5AZIZU3.js";import"./chunk-B23RALQC.js";import"./chunk-RM2SIVW3.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
