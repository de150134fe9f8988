const require = process.getBuiltinModule;
import{a,b}from"./chunk-6DOZFDSK.js";import"./chunk-HBTCC4YB.js";import"./chunk-SENDOYZL.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
