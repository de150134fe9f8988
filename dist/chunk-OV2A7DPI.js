const require = process.getBuiltinModule;
import{a,b}from"./chunk-CH3WICZK.js";import"./chunk-LOP3MMKB.js";import"./chunk-O2E7PZHG.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
