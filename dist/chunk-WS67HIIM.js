const require = process.getBuiltinModule;
import{a,b}from"./chunk-4WXN55O3.js";import"./chunk-BBQVU3AM.js";import"./chunk-KEZHJXP5.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
