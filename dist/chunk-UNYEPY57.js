const require = process.getBuiltinModule;
import{a,b}from"./chunk-W4VEJDZA.js";import"./chunk-AOOAR3VE.js";import"./chunk-MRW75ZJA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
