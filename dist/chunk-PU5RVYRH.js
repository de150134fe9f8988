const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-VAKS5I45.js";import"./chunk-R3QWGIMR.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-7MKGERPY.js";import"./chunk-TID52M5B.js";import"./chunk-M46FSVR5.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
