const require = process.getBuiltinModule;
import{a,b}from"./chunk-TR3PHYI6.js";import"./chunk-MHEYHJA6.js";import"./chunk-5CP2NWSZ.js";import"./chunk-KCD4ADZC.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
