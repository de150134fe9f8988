const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-Z7UMOLB2.js";import"./chunk-W24E4COM.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-Z4EYCJJZ.js";import"./chunk-JOJWAVGA.js";import"./chunk-ZPNS4RFP.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
