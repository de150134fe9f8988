const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-RZUQ4PM4.js";import"./chunk-YUHEPQDK.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-OTYTIBCW.js";import"./chunk-VY45RQS3.js";import"./chunk-AMNBEAMY.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
