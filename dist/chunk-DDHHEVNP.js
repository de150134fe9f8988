const require = process.getBuiltinModule;
import{a,b}from"./chunk-CO3EGLYU.js";import"./chunk-MPA7KTZT.js";import"./chunk-3W2BXLO3.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
