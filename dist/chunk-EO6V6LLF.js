const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-KR6LTQ6P.js";import"./chunk-P2TO5L5Q.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-LMIZ2MDC.js";import"./chunk-2T2L5I2O.js";import"./chunk-NVQZ2GFN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
