const require = process.getBuiltinModule;
import{a,b}from"./chunk-XYQF7FEA.js";import"./chunk-V2LNTABA.js";import"./chunk-YR2YLHI7.js";import"./chunk-3QQMH32W.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
