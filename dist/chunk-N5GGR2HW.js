const require = process.getBuiltinModule;
import{a,b}from"./chunk-UU2FNHDC.js";import"./chunk-IQNUB2QG.js";import"./chunk-I4EUEHC2.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
