const require = process.getBuiltinModule;
import{a,b}from"./chunk-DKV4IZC7.js";import"./chunk-DEM6OHTS.js";import"./chunk-PJ435DNQ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
