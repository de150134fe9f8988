const require = process.getBuiltinModule;
import{a,b}from"./chunk-XSY4Z57C.js";import"./chunk-AWCUGU3A.js";import"./chunk-S2PJSMKH.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
