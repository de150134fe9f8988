const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-GZEHQT43.js";import"./chunk-QLKC3DA5.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-CTEMZPJ3.js";import"./chunk-MPA7KTZT.js";import"./chunk-3W2BXLO3.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
