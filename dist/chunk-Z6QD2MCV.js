const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-2WO3HX3F.js";import"./chunk-TZSUQCC3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-4N4HE5QR.js";import"./chunk-VM5CYPNV.js";import"./chunk-U4VCI5ZK.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
