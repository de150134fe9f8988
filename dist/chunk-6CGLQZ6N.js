const require = process.getBuiltinModule;
import{a,b}from"./chunk-2XOD7W6I.js";import"./chunk-MAPEDTHV.js";import"./chunk-ML5UGFN4.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
