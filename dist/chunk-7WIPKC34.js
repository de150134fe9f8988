const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZD7GHZOE.js";import"./chunk-4VI54UHX.js";import"./chunk-UQV2MY4O.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
