const require = process.getBuiltinModule;
import{a,b}from"./chunk-IGX5P3FV.js";import"./chunk-6CGAP3JD.js";import"./chunk-YXB4NVR4.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
