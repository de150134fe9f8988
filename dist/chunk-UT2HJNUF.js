const require = process.getBuiltinModule;
import{a,b}from"./chunk-O77WJLA5.js";import"./chunk-7JOLBCR7.js";import"./chunk-IG2ST2H6.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
