const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-F4RKXMZZ.js";import"./chunk-DULJZTMJ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-PCOX6ME6.js";import"./chunk-6AUEIPA4.js";import"./chunk-5XQAOZRJ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
