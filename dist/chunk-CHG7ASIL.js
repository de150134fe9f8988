const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-FTPBQJLW.js";import"./chunk-UHBR3FCI.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ZRVIXLM5.js";import"./chunk-M27UVMM5.js";import"./chunk-HMWPUPSL.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
