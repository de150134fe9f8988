const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-KHO65HOS.js";import"./chunk-MOEF2RVK.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-EQM6QQYR.js";import"./chunk-NRZGRCWC.js";import"./chunk-QGFKUK5B.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
