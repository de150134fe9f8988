const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-6AUE6B7H.js";import"./chunk-F72GO7UX.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-NULBVOTI.js";import"./chunk-ZWKV5DUQ.js";import"./chunk-W7GLZX3T.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
