const require = process.getBuiltinModule;
import{a,b}from"./chunk-DUT6ZBN3.js";import"./chunk-HIYZKFRD.js";import"./chunk-DWRGXBIA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
