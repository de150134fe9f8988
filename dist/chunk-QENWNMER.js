const require = process.getBuiltinModule;
import{a,b}from"./chunk-NQNIBWOY.js";import"./chunk-GZV3GA2Y.js";import"./chunk-O5BUFVNX.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
