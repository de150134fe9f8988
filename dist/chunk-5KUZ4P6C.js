const require = process.getBuiltinModule;
import{a,b}from"./chunk-OWBUOXFP.js";import"./chunk-CDX2VWPK.js";import"./chunk-ZHEE2VBE.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
