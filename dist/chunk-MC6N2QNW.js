const require = process.getBuiltinModule;
import{a,b}from"./chunk-2QKNI3OB.js";import"./chunk-CDX2VWPK.js";import"./chunk-ZHEE2VBE.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
