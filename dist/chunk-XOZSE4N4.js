const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-JSA6W3KX.js";import"./chunk-2KLIBRNZ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-E7Z7RRKH.js";import"./chunk-BFAVY2FY.js";import"./chunk-ODLQOXJI.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
