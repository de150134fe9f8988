const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-7VOUWBCY.js";import"./chunk-WVULKRHC.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-IVJHLKIH.js";import"./chunk-HJ5EIOMN.js";import"./chunk-ZKCZKRSN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
