const require = process.getBuiltinModule;
import{a,b}from"./chunk-OK25STHU.js";import"./chunk-AWCUGU3A.js";import"./chunk-S2PJSMKH.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
