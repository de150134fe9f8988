const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ZMPADPHN.js";import"./chunk-CUIQXJHC.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-HVFKF4CN.js";import"./chunk-CDX2VWPK.js";import"./chunk-ZHEE2VBE.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
