const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-YPB6QYOQ.js";import"./chunk-IJ2J36MT.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-FXRRAELX.js";import"./chunk-CCOV73JC.js";import"./chunk-4X2JBZJJ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
