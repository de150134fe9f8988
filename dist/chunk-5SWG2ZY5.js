const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-P45X6MVU.js";import"./chunk-UZXRHNBC.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-QHVURDPK.js";import"./chunk-GF2I5FJ6.js";import"./chunk-JJAVKBSV.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
