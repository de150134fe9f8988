const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-7GL47KKE.js";import"./chunk-GHHCWSV3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-DXL67GXB.js";import"./chunk-J3I7WAFP.js";import"./chunk-42T4AVBQ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
