const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-2JCJ3KLY.js";import"./chunk-DTDCBHBA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-RBV4MHIL.js";import"./chunk-RIAUKYMA.js";import"./chunk-U7EXEPXB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
