const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-KSWGIHUE.js";import"./chunk-VO4HABN2.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-S35R6KYP.js";import"./chunk-VWB72NNK.js";import"./chunk-QADAAJD7.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
