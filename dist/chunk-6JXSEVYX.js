const require = process.getBuiltinModule;
import{a,b}from"./chunk-XGBKY7QF.js";import"./chunk-L37JAQ57.js";import"./chunk-Z5CNOWC6.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
