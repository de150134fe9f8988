const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-A5OSDHPD.js";import"./chunk-LHRD2UJ5.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ENEOTZXH.js";import"./chunk-UBQWS7MX.js";import"./chunk-KMCOUKEF.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
