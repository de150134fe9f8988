const require = process.getBuiltinModule;
import{a,b}from"./chunk-YLXQFMM5.js";import"./chunk-KSXHIAAD.js";import"./chunk-76EUZHPE.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
