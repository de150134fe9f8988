const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-KKKML6MA.js";import"./chunk-LREOHQZZ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-Q45JUN6O.js";import"./chunk-3SH5ZWFS.js";import"./chunk-M4HHHLWF.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
