const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-MRWKMFMV.js";import"./chunk-HWDIBF3J.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-TMZ5FBAV.js";import"./chunk-6CGAP3JD.js";import"./chunk-YXB4NVR4.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
