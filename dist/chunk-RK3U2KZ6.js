const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-44Z4WK5W.js";import"./chunk-RVY6G6P3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-7INHTAD4.js";import"./chunk-FIQRETQG.js";import"./chunk-HQATSEIQ.js";import"./chunk-7MY32XEL.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
