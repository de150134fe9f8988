const require = process.getBuiltinModule;
import{a,b}from"./chunk-DBOOEDGT.js";import"./chunk-O7QYU4W2.js";import"./chunk-67VZRYHW.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
