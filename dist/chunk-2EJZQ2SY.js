const require = process.getBuiltinModule;
import{a,b}from"./chunk-OY5XVS6D.js";import"./chunk-YQHXOLHL.js";import"./chunk-TSTG3AIQ.js";import"./chunk-WO2XJFLX.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
