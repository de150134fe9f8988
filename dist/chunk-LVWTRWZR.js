const require = process.getBuiltinModule;
import{a,b}from"./chunk-JBPRHB4M.js";import"./chunk-BNZ65UGF.js";import"./chunk-4Y5JV5ZH.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
