const require = process.getBuiltinModule;
import{a,b}from"./chunk-K23WIBPA.js";import"./chunk-RH3WVLWS.js";import"./chunk-LGWND3BN.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
