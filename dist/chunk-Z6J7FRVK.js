const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-G4BQTZJ3.js";import"./chunk-2JEKZG26.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-RO4IDOBN.js";import"./chunk-ZTZGLVKV.js";import"./chunk-H4WXJLST.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
