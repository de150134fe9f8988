const require = process.getBuiltinModule;
import{a,b}from"./chunk-PIDXIHRH.js";import"./chunk-4UPPAB3G.js";import"./chunk-F3BUAYBF.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
