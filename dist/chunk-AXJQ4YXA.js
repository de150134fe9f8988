const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-M67VIYJG.js";import"./chunk-B4L2FOB4.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-KBFVDDUP.js";import"./chunk-5HNGDSS3.js";import"./chunk-JGLRVWTG.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
