const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-KUW3HXD3.js";import"./chunk-5WSAKAP3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-7V2JLJ2O.js";import"./chunk-KBQ5UIGD.js";import"./chunk-F5QZODTB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
