const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-GT6QOV3C.js";import"./chunk-5FJKFWUG.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-WMRC2U3A.js";import"./chunk-LXQV5V5N.js";import"./chunk-OTAFAVDH.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
