const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-EPX5GX7E.js";import"./chunk-4RXMLAOU.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-WWN4UCQV.js";import"./chunk-DJDTC7MI.js";import"./chunk-2XFYPOMN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
