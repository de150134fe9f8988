const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-XTLWRQPG.js";import"./chunk-CUSDN6G6.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-BSSJEJPL.js";import"./chunk-RPA2R6GA.js";import"./chunk-VJT6IMAI.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
