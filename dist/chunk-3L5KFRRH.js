const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-4VZLRZDK.js";import"./chunk-XF7JMPXO.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-6BWM7IGF.js";import"./chunk-54TOBS2E.js";import"./chunk-VGM7AHF5.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
