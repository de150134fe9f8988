const require = process.getBuiltinModule;
import{a,b}from"./chunk-H3MCAB2L.js";import"./chunk-I52XJ2DV.js";import"./chunk-YC7ZAX2C.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
