const require = process.getBuiltinModule;
import{a,b}from"./chunk-RTUR3V2N.js";import"./chunk-7Q3EPQFI.js";import"./chunk-KDGEAGJN.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
