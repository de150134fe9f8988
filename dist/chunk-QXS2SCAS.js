const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-2JKUAGLH.js";import"./chunk-TMVTXRWG.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-36URUSXC.js";import"./chunk-AS354PLK.js";import"./chunk-JZWMHXKH.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
