const require = process.getBuiltinModule;
import{a,b}from"./chunk-GKTWZTF3.js";import"./chunk-NRZGRCWC.js";import"./chunk-QGFKUK5B.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
