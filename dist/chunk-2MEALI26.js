const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-LAVWE77N.js";import"./chunk-5K2UN3WE.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-C3KAFCFP.js";import"./chunk-LOP3MMKB.js";import"./chunk-O2E7PZHG.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
