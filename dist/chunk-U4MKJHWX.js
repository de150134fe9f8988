const require = process.getBuiltinModule;
import{a,b}from"./chunk-GITHFNSV.js";import"./chunk-VWB72NNK.js";import"./chunk-QADAAJD7.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
