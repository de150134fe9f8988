const require = process.getBuiltinModule;
import{a,b}from"./chunk-S35R6KYP.js";import"./chunk-QADAAJD7.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
