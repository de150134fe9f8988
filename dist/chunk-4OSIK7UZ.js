const require = process.getBuiltinModule;
import{a,b}from"./chunk-QJUNWFJD.js";import"./chunk-2MLZ5BOL.js";import"./chunk-2UN646H6.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
