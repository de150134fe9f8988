const require = process.getBuiltinModule;
import{a,b}from"./chunk-WD5ISGR5.js";import"./chunk-6AUEIPA4.js";import"./chunk-5XQAOZRJ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
