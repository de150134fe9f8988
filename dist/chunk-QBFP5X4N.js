const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-QU6X537I.js";import"./chunk-YI2YDEFK.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-425XY6TW.js";import"./chunk-4VI54UHX.js";import"./chunk-UQV2MY4O.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
