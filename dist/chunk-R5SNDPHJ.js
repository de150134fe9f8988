const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-GI76EBPC.js";import"./chunk-KQT2WIWL.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-3QPTP3HX.js";import"./chunk-KAPXFLHV.js";import"./chunk-DZSUOY3J.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
