const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-HONYVKZF.js";import"./chunk-AHK4CAMA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-L4ZN6XF4.js";import"./chunk-6Z4AJUDE.js";import"./chunk-Q2BBZRAG.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
