const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ENBGIZRC.js";import"./chunk-VLQA5UL7.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-WMDCRNF7.js";import"./chunk-MNJZDKLP.js";import"./chunk-27EL7ZHO.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
