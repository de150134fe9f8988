const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-IQDC5M27.js";import"./chunk-72HQ2PJQ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-6SVFT2GK.js";import"./chunk-DGDXINIS.js";import"./chunk-YNCVASW7.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
