const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ZWQO7QB7.js";import"./chunk-Q3SZU5GT.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-J26EBQNI.js";import"./chunk-ND6RI65V.js";import"./chunk-FWDWK6IU.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
