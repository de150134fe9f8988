const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-SZ5X5WSJ.js";import"./chunk-CJNSDXY6.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-5B3DKSVN.js";import"./chunk-2MLZ5BOL.js";import"./chunk-2UN646H6.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
