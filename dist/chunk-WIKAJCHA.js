const require = process.getBuiltinModule;
import{a,b}from"./chunk-6S73DLWC.js";import"./chunk-J3I7WAFP.js";import"./chunk-42T4AVBQ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
