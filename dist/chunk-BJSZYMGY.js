const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-KRXH2ATA.js";import"./chunk-RHCSBSEA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-U2YSSKHZ.js";import"./chunk-M5PHVLCA.js";import"./chunk-UIOIFXMA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
