const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-URB6A26Q.js";import"./chunk-AKSMEG3Z.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-KLVULMZD.js";import"./chunk-ZBCXPL5Y.js";import"./chunk-KXKRWUEW.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
