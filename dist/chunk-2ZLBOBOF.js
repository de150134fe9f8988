const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-Y5SXOG7O.js";import"./chunk-P6OWDWE4.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-OSV2AZJ7.js";import"./chunk-KEQD7GPY.js";import"./chunk-AMCIUEI2.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
