const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-SXX67XUW.js";import"./chunk-V5WE2WKS.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-TDCBAU26.js";import"./chunk-LTO3OBYQ.js";import"./chunk-YIGEOUEU.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
