const require = process.getBuiltinModule;
import{a,b}from"./chunk-BX33E4XO.js";import"./chunk-SOIG6WCP.js";import"./chunk-RC2PAQEK.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
