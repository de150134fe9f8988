const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-QLI6MTXE.js";import"./chunk-I74C6GDF.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-V6OSXRYX.js";import"./chunk-XWGGKJE4.js";import"./chunk-JNVWBF2H.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
