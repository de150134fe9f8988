const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-PKKYENAW.js";import"./chunk-KCK3RDYR.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-PBWVQEDG.js";import"./chunk-Y66BLODR.js";import"./chunk-H3PD2WW6.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
