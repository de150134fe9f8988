const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-3XAIEHVB.js";import"./chunk-XOAVIIP3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-JVTYRK5N.js";import"./chunk-PJBQS5EG.js";import"./chunk-EE7S6TJY.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
