const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-Q3EKVFFF.js";import"./chunk-CQXCUYZ4.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-IE6NNDB2.js";import"./chunk-3HSTGULT.js";import"./chunk-LPN5NO77.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
