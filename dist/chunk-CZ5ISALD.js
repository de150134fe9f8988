const require = process.getBuiltinModule;
import{a,b}from"./chunk-NTV7FV26.js";import"./chunk-6AUEIPA4.js";import"./chunk-5XQAOZRJ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
