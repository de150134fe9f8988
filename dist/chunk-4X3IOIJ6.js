const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-5WQGDK4T.js";import"./chunk-Y7VS2GTA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ZEGWWOJA.js";import"./chunk-7I43JAAC.js";import"./chunk-DRLTGACX.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
