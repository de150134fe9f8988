const require = process.getBuiltinModule;
import{a,b}from"./chunk-2VX5QJE3.js";import"./chunk-M27UVMM5.js";import"./chunk-HMWPUPSL.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
