const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-JT5OEMZB.js";import"./chunk-Z66TBPUF.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-BL6QK4NW.js";import"./chunk-HUMIQFCR.js";import"./chunk-DNAYPQAB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
