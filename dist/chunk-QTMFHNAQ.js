const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-DC2JPDP5.js";import"./chunk-QOSWX5L2.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-CMQTAQKJ.js";import"./chunk-IW4MVI5P.js";import"./chunk-7AHGZ2GB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
