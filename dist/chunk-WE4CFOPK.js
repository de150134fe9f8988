const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-SNZLUQ7D.js";import"./chunk-2JPHIHPY.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-5ZSHGJ5O.js";import"./chunk-HWOP6NHI.js";import"./chunk-GQB3TISJ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
