const require = process.getBuiltinModule;
import{a,b}from"./chunk-G7LXVPDG.js";import"./chunk-YBOISCSR.js";import"./chunk-SCOU75EM.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
