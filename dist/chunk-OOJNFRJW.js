const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-6B73KNNJ.js";import"./chunk-YT2VYFPA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-RLHIDBUG.js";import"./chunk-BESKTT4R.js";import"./chunk-H4FVLYFB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
