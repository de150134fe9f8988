const require = process.getBuiltinModule;
import{a,b}from"./chunk-EKCSHEVI.js";import"./chunk-QWS53DJB.js";import"./chunk-S7BOX5BH.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
