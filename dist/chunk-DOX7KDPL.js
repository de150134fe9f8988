const require = process.getBuiltinModule;
import{a,b}from"./chunk-IPD6KKUH.js";import"./chunk-BVRUFKNO.js";import"./chunk-FQA2XN7B.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
