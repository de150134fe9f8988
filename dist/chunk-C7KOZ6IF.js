const require = process.getBuiltinModule;
import{a,b}from"./chunk-IRH4XWAT.js";import"./chunk-REX56DKL.js";import"./chunk-RDNF63KB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
