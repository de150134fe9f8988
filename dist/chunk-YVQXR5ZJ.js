const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-EOKRIHPL.js";import"./chunk-QRW5R3UK.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-CTVLDNGL.js";import"./chunk-VKUNBJEY.js";import"./chunk-O5LUFGJV.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
