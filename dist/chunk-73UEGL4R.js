const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-JHZPYJA5.js";import"./chunk-ZHY3VXYY.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-TCU5IH63.js";import"./chunk-L37JAQ57.js";import"./chunk-Z5CNOWC6.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
