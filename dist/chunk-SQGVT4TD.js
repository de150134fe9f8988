const require = process.getBuiltinModule;
import{a,b}from"./chunk-7DFBOLMA.js";import"./chunk-AJD7Y6JX.js";import"./chunk-BHJI7DLB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
