const require = process.getBuiltinModule;
import{a,b}from"./chunk-XCAPMBJD.js";import"./chunk-QWS53DJB.js";import"./chunk-S7BOX5BH.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
