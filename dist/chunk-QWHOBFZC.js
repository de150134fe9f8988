const require = process.getBuiltinModule;
import{a,b}from"./chunk-V6UOOMIX.js";import"./chunk-6ALYV65H.js";import"./chunk-OUGIVPPS.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
