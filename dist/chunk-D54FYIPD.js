const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-5E3KF6JS.js";import"./chunk-ENXIMDWE.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-CKBVCH32.js";import"./chunk-6DJSR4NI.js";import"./chunk-HCHQAJWJ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
