const require = process.getBuiltinModule;
import{j as a}from"./chunk-V6RR6YVC.js";import"./chunk-T5M3SROZ.js";import"./chunk-M256IR5C.js";import"./chunk-VWB72NNK.js";import"./chunk-QADAAJD7.js";import"./chunk-WUVBLXSJ.js";export{a as start};
