const require = process.getBuiltinModule;
import{a,b}from"./chunk-A5PXKPTN.js";import"./chunk-AS354PLK.js";import"./chunk-JZWMHXKH.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
