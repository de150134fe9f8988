const require = process.getBuiltinModule;
import{a,b}from"./chunk-HXQFDEOA.js";import"./chunk-3HSTGULT.js";import"./chunk-LPN5NO77.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
