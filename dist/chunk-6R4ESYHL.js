const require = process.getBuiltinModule;
import{a,b}from"./chunk-7MLD37JQ.js";import"./chunk-CCOV73JC.js";import"./chunk-4X2JBZJJ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
