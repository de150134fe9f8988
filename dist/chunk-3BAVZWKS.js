const require = process.getBuiltinModule;
import{a,b}from"./chunk-Y25Q6JTU.js";import"./chunk-MPA7KTZT.js";import"./chunk-3W2BXLO3.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
