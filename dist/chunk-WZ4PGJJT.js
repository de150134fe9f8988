const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-APCIDKNM.js";import"./chunk-IMDDOPGM.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-JBTXQWRI.js";import"./chunk-L6ZCI7B6.js";import"./chunk-CHKONASK.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
