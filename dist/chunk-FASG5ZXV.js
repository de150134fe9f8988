const require = process.getBuiltinModule;
import{a,b}from"./chunk-QMGOKPAT.js";import"./chunk-U2VZTBGF.js";import"./chunk-DPU7FHJQ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
