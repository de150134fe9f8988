const require = process.getBuiltinModule;
import{a,b}from"./chunk-H5SRIJAJ.js";import"./chunk-A6DGQIIJ.js";import"./chunk-6A3FQ6BD.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
