const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-U5T3SVJZ.js";import"./chunk-OIXUCFJP.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-3WSLHZP3.js";import"./chunk-YBOISCSR.js";import"./chunk-SCOU75EM.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
