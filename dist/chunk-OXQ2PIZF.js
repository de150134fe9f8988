const require = process.getBuiltinModule;
import{a,b}from"./chunk-Y23UFMUQ.js";import"./chunk-6DJSR4NI.js";import"./chunk-HCHQAJWJ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
