const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-K7HCUTNN.js";import"./chunk-AEJORBIY.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-J4N5SLBJ.js";import"./chunk-REX56DKL.js";import"./chunk-RDNF63KB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
