const require = process.getBuiltinModule;
import{a,b}from"./chunk-B6KU6GQI.js";import"./chunk-RMJ7ZGF5.js";import"./chunk-BZNVBU3K.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
