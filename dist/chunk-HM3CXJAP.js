const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-UBIMQQSX.js";import"./chunk-C33WC2GA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-PFCFQ25Q.js";import"./chunk-P7YBBSKD.js";import"./chunk-LQNV7TR4.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
