const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-LZQRWPOB.js";import"./chunk-Z7UM7MQA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-XEENZKMC.js";import"./chunk-HIYZKFRD.js";import"./chunk-DWRGXBIA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
