const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-T5O7ZRXP.js";import"./chunk-MMEZDKSR.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-6OXVJQYM.js";import"./chunk-JZUUCQXY.js";import"./chunk-TCP62HDG.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
