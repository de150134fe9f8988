const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ESY2RPEO.js";import"./chunk-GSLZ5M65.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-D3TDRTAP.js";import"./chunk-NKZAVVGZ.js";import"./chunk-XUWKHSRR.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
