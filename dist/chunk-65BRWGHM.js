const require = process.getBuiltinModule;
import{a,b}from"./chunk-N4LUN2BL.js";import"./chunk-EH3J2JXS.js";import"./chunk-E6CNO5SI.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
