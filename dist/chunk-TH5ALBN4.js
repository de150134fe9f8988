const require = process.getBuiltinModule;
import{a,b}from"./chunk-DEOQVOJH.js";import"./chunk-2OJEXQQ5.js";import"./chunk-KO5T7RNP.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
