const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-VYJFPZCJ.js";import"./chunk-CRAP4WJZ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-IP3E4GZE.js";import"./chunk-B23RALQC.js";import"./chunk-RM2SIVW3.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
