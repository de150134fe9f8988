const require = process.getBuiltinModule;
import{a,b}from"./chunk-J6QAW77W.js";import"./chunk-MKMLCLRY.js";import"./chunk-LROHHIAN.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
