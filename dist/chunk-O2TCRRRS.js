const require = process.getBuiltinModule;
import{a,b}from"./chunk-4NHHF3TH.js";import"./chunk-5QYR6YVH.js";import"./chunk-2PYZNTBA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
