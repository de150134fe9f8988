const require = process.getBuiltinModule;
import{a,b}from"./chunk-XFNW7XBD.js";import"./chunk-HUMIQFCR.js";import"./chunk-DNAYPQAB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
