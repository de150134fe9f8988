const require = process.getBuiltinModule;
import{a,b}from"./chunk-3RM7DG7K.js";import"./chunk-U2VZTBGF.js";import"./chunk-DPU7FHJQ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
