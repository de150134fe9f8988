const require = process.getBuiltinModule;
import{a,b}from"./chunk-RHAB5755.js";import"./chunk-5HNGDSS3.js";import"./chunk-JGLRVWTG.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
