const require = process.getBuiltinModule;
import{a,b}from"./chunk-3COYDEY5.js";import"./chunk-IHJ2QWYA.js";import"./chunk-SWWUOPRG.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
