const require = process.getBuiltinModule;
import{a,b}from"./chunk-NZDSVBNL.js";import"./chunk-UBQWS7MX.js";import"./chunk-KMCOUKEF.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
