const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-4YAE2URI.js";import"./chunk-RLRJTH6E.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ZXS54VYH.js";import"./chunk-S7NZCD7I.js";import"./chunk-A6A677JA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
