const require = process.getBuiltinModule;
import{a,b}from"./chunk-7UM6DUY2.js";import"./chunk-I52XJ2DV.js";import"./chunk-YC7ZAX2C.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
