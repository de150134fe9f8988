const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-6T7VY77W.js";import"./chunk-QBNSKDSR.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-NNRRAAM2.js";import"./chunk-IGJ7HZ7H.js";import"./chunk-3R7KFXDN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
