const require = process.getBuiltinModule;
import{a,b}from"./chunk-3HYZ47MX.js";import"./chunk-5HNGDSS3.js";import"./chunk-JGLRVWTG.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
