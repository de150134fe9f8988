const require = process.getBuiltinModule;
import{a,b}from"./chunk-DSJGK3L3.js";import"./chunk-5RYQEMUC.js";import"./chunk-NQ2BNFL2.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
