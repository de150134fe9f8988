const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-6YI2IDOC.js";import"./chunk-XYLC2KM6.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-XDQE3RSS.js";import"./chunk-73XR4N7N.js";import"./chunk-43LHVPV3.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
