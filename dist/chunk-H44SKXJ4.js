const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZIFAY4EW.js";import"./chunk-SOIG6WCP.js";import"./chunk-RC2PAQEK.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
