const require = process.getBuiltinModule;
import{a,b}from"./chunk-HQGZ6275.js";import"./chunk-DY2SX6Z4.js";import"./chunk-O6SE5BLB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
