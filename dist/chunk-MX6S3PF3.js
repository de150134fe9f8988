const require = process.getBuiltinModule;
import{a,b}from"./chunk-7CCYI7FU.js";import"./chunk-IOQUVLY6.js";import"./chunk-ZKDGJXZ7.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
