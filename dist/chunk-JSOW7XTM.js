const require = process.getBuiltinModule;
import{a,b}from"./chunk-24NQNTFJ.js";import"./chunk-I3Y5PWY4.js";import"./chunk-GSFDMMUS.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
