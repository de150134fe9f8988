const require = process.getBuiltinModule;
import{a,b}from"./chunk-B5WETUGB.js";import"./chunk-C2A75RLF.js";import"./chunk-UZHE3JX3.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
