const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-H6KHQIMR.js";import"./chunk-ZB6GEFAF.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-WVGWNZEW.js";import"./chunk-DKN7KMJ4.js";import"./chunk-27LE5T6P.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
