const require = process.getBuiltinModule;
import{a,b}from"./chunk-B4NKE4UP.js";import"./chunk-6CCTJ5RJ.js";import"./chunk-552I3EU5.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
