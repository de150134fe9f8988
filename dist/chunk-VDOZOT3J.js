const require = process.getBuiltinModule;
import{a,b}from"./chunk-45Z4WOGM.js";import"./chunk-IHJ2QWYA.js";import"./chunk-SWWUOPRG.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
