const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ULDR2DHX.js";import"./chunk-WPAN4Z3J.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ZFZNIAF7.js";import"./chunk-QWS53DJB.js";import"./chunk-S7BOX5BH.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
