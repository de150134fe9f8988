const require = process.getBuiltinModule;
import{a,b}from"./chunk-VFHJWB2O.js";import"./chunk-WQ2TPZ2T.js";import"./chunk-FQEAQWHE.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
