const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-P7N73ZIA.js";import"./chunk-74MVENKX.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-6NIRMXR2.js";import"./chunk-P73W2BX7.js";import"./chunk-JYPAH5WK.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
