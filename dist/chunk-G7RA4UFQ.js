const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-NS2BYVHK.js";import"./chunk-YACW575F.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-QYOVF57J.js";import"./chunk-XL3Q3KUE.js";import"./chunk-QRRUFGVO.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
