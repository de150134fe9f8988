const require = process.getBuiltinModule;
import{a,b}from"./chunk-7HKIGAS7.js";import"./chunk-NKZAVVGZ.js";import"./chunk-XUWKHSRR.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
