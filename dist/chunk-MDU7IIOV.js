const require = process.getBuiltinModule;
import{a,b}from"./chunk-LT3LLJIS.js";import"./chunk-S2PJSMKH.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
