const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-G5HDHRQK.js";import"./chunk-6ZXZDLT2.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-DQHFQJ5Y.js";import"./chunk-LACT6JFC.js";import"./chunk-FE6C2CYK.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
