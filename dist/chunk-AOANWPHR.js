const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-WJUXEDHC.js";import"./chunk-GSVF4K2T.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-V7TOOWM2.js";import"./chunk-KGIVKL7Q.js";import"./chunk-4TPJAFQS.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
