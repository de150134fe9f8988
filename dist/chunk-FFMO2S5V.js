const require = process.getBuiltinModule;
import{a,b}from"./chunk-JLDC5XVH.js";import"./chunk-DJDTC7MI.js";import"./chunk-2XFYPOMN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
