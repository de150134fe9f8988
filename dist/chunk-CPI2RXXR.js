const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-T2UXSSF5.js";import"./chunk-IKODMJ7E.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-4JBNAQK2.js";import"./chunk-2OJEXQQ5.js";import"./chunk-KO5T7RNP.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
