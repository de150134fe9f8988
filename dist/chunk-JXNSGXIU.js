const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-YQOAOTTY.js";import"./chunk-GXH5IIMP.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-PFJZV3Y4.js";import"./chunk-EH3J2JXS.js";import"./chunk-E6CNO5SI.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
