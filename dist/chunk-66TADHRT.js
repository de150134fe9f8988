const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-E6B3T4ME.js";import"./chunk-FRRYSDDN.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-BPW4EKVN.js";import"./chunk-VQ6YR3SK.js";import"./chunk-SXRX4WJJ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
