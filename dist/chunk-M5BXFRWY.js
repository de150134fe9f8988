const require = process.getBuiltinModule;
import{a,b}from"./chunk-HEQHSJ4U.js";import"./chunk-Y66BLODR.js";import"./chunk-H3PD2WW6.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
