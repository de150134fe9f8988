const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-4AHVVEAR.js";import"./chunk-6PIBNRTM.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-6GDQM7F4.js";import"./chunk-PITOTWPB.js";import"./chunk-IMKKFEDP.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
