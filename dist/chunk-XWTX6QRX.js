const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZL7RMPV5.js";import"./chunk-VFNDKU65.js";import"./chunk-RMJ7ZGF5.js";import"./chunk-BZNVBU3K.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
