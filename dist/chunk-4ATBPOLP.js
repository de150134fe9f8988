const require = process.getBuiltinModule;
import{a,b}from"./chunk-MS4JEMF4.js";import"./chunk-HUMIQFCR.js";import"./chunk-DNAYPQAB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
