const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-6Z7YBRLS.js";import"./chunk-SXZU3OHJ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-BZEIKVXT.js";import"./chunk-TCGPPWZ2.js";import"./chunk-U7M22BEF.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
