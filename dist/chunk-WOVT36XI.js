const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-2S4KIM6U.js";import"./chunk-WRXM2VU6.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-VRQRBDGV.js";import"./chunk-6W7HQUA5.js";import"./chunk-72SFI6WN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
