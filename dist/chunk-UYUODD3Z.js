const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-G5EEHUIL.js";import"./chunk-T73IWMK6.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-2DFR3EED.js";import"./chunk-MKMLCLRY.js";import"./chunk-LROHHIAN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
