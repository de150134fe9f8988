const require = process.getBuiltinModule;
import{a,b}from"./chunk-S7JH45WF.js";import"./chunk-EDF523L2.js";import"./chunk-NQCATN7S.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
