const require = process.getBuiltinModule;
import{a,b}from"./chunk-BYKQ7RUB.js";import"./chunk-VWB72NNK.js";import"./chunk-QADAAJD7.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
