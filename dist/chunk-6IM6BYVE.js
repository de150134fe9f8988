const require = process.getBuiltinModule;
import{a,b}from"./chunk-J6ZD2DDH.js";import"./chunk-AOOAR3VE.js";import"./chunk-MRW75ZJA.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
