const require = process.getBuiltinModule;
import{a,b}from"./chunk-RT3UWIP7.js";import"./chunk-6LL6RE5G.js";import"./chunk-JKSU6ESZ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
