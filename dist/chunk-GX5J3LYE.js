const require = process.getBuiltinModule;
import{a,b}from"./chunk-IFLUPEPU.js";import"./chunk-A36TGG4I.js";import"./chunk-X57UHNCH.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
