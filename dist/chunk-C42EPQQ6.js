const require = process.getBuiltinModule;
import{a,b}from"./chunk-EMGZGUVY.js";import"./chunk-RPA2R6GA.js";import"./chunk-VJT6IMAI.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
