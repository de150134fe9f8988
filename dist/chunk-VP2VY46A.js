const require = process.getBuiltinModule;
import{a,b}from"./chunk-4PDIHQD7.js";import"./chunk-UBQWS7MX.js";import"./chunk-KMCOUKEF.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
