const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-HTUJC7U4.js";import"./chunk-PAYPQYQ7.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-QTURYU5D.js";import"./chunk-AOOAR3VE.js";import"./chunk-MRW75ZJA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
