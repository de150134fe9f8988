const require = process.getBuiltinModule;
import{a,b}from"./chunk-5NNRFQJL.js";import"./chunk-JZUUCQXY.js";import"./chunk-TCP62HDG.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
