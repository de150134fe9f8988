const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-25SZP5SP.js";import"./chunk-4JO4UULM.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-G6KFLRDR.js";import"./chunk-YQHXOLHL.js";import"./chunk-TSTG3AIQ.js";import"./chunk-WO2XJFLX.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
