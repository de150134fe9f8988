const require = process.getBuiltinModule;
import{a,b}from"./chunk-EYUPS7JX.js";import"./chunk-DJDTC7MI.js";import"./chunk-2XFYPOMN.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
