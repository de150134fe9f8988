const require = process.getBuiltinModule;
import{a,b}from"./chunk-GNKNVBOM.js";import"./chunk-TCGPPWZ2.js";import"./chunk-U7M22BEF.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
