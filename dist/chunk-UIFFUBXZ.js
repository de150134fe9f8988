const require = process.getBuiltinModule;
import{a,b}from"./chunk-CKZHLSZX.js";import"./chunk-YR2YLHI7.js";import"./chunk-3QQMH32W.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
