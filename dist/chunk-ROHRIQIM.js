const require = process.getBuiltinModule;
import{a,b}from"./chunk-LQJY2ZEY.js";import"./chunk-CARCMBRU.js";import"./chunk-SMIQVVOK.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
