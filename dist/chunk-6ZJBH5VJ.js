const require = process.getBuiltinModule;
import{a,b}from"./chunk-LOXP3DEU.js";import"./chunk-LOP3MMKB.js";import"./chunk-O2E7PZHG.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
