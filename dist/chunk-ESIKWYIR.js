const require = process.getBuiltinModule;
import{a,b}from"./chunk-B5SG2CCW.js";import"./chunk-QOOWGWZF.js";import"./chunk-3QORLTAI.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
