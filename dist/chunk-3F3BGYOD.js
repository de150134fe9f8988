const require = process.getBuiltinModule;
import{a,b}from"./chunk-D7BZG2NG.js";import"./chunk-5RYQEMUC.js";import"./chunk-NQ2BNFL2.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
