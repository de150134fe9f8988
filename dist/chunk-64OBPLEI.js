const require = process.getBuiltinModule;
import{a,b}from"./chunk-FMWGZ5MM.js";import"./chunk-XL3Q3KUE.js";import"./chunk-QRRUFGVO.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
