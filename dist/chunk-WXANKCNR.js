const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-7KJO27ZG.js";import"./chunk-WL2SMMY6.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-S7DINA3M.js";import"./chunk-4HBEDIF3.js";import"./chunk-OQHDLSST.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
