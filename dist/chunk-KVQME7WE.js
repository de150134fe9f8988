const require = process.getBuiltinModule;
import{a,b}from"./chunk-EZ4MVGGB.js";import"./chunk-4YHGCHNW.js";import"./chunk-FK6O3ZAU.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
