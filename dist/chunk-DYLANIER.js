const require = process.getBuiltinModule;
import{a,b}from"./chunk-K3YLXYL7.js";import"./chunk-MAPEDTHV.js";import"./chunk-ML5UGFN4.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
