const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-OOOPYXOR.js";import"./chunk-FKZS6O66.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-KNSJ4MFF.js";import"./chunk-5O6SIFAQ.js";import"./chunk-XGHYV2VE.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
