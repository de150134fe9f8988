const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-Y3RP6TYB.js";import"./chunk-A6QZ5SW4.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-QAOGSMLK.js";import"./chunk-6LL6RE5G.js";import"./chunk-JKSU6ESZ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
