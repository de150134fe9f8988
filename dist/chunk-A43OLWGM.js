const require = process.getBuiltinModule;
import{a,b}from"./chunk-6KQ6JRXV.js";import"./chunk-QHVF5OQU.js";import"./chunk-2O4GC22X.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
