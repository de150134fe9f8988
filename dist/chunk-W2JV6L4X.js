const require = process.getBuiltinModule;
import{a,b}from"./chunk-TEHOSW5C.js";import"./chunk-DEM6OHTS.js";import"./chunk-PJ435DNQ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
