const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-P4AEBJRF.js";import"./chunk-37LFUBBT.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-HPOEGUCQ.js";import"./chunk-YKYDMTHU.js";import"./chunk-KMPOQWJA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
