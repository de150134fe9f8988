const require = process.getBuiltinModule;
import{a,b}from"./chunk-EEMA7DMZ.js";import"./chunk-X723TAIK.js";import"./chunk-6VWMHDQJ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
