const require = process.getBuiltinModule;
import{a,b}from"./chunk-LDYP4HFN.js";import"./chunk-Y5VHXU5P.js";import"./chunk-3IDU5CMA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
