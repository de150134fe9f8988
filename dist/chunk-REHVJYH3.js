const require = process.getBuiltinModule;
import{a,b}from"./chunk-BZOAA52E.js";import"./chunk-MIRMVW5D.js";import"./chunk-6EOS3VOP.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
