const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-UYPLTEPQ.js";import"./chunk-7WHCG5CA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-LT3LLJIS.js";import"./chunk-AWCUGU3A.js";import"./chunk-S2PJSMKH.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
