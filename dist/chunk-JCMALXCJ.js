const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-L6E3EDAP.js";import"./chunk-LNE2XP6V.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-X5ZKVD7X.js";import"./chunk-3ADLSXME.js";import"./chunk-KEM4TA4B.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
