const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-YDW6L4O3.js";import"./chunk-SXYTY5VV.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-6Q7OI4JO.js";import"./chunk-5GMXXZ4V.js";import"./chunk-CN7KPA5Q.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
