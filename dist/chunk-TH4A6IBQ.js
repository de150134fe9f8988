const require = process.getBuiltinModule;
import{a,b}from"./chunk-GZAI5BFB.js";import"./chunk-V64FCRN2.js";import"./chunk-BBQVU3AM.js";import"./chunk-KEZHJXP5.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
