const require = process.getBuiltinModule;
import{a,b}from"./chunk-53BZZCFL.js";import"./chunk-2T2L5I2O.js";import"./chunk-NVQZ2GFN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
