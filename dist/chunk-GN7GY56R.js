const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-UGOI75SZ.js";import"./chunk-MR5M4Y4C.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-C62GURPE.js";import"./chunk-5XUI4RCM.js";import"./chunk-MGFOQF6L.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
