const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-6IGQQF7U.js";import"./chunk-7HWMKPEK.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-3S2UVOZS.js";import"./chunk-YX7KTU6U.js";import"./chunk-I3ENFN7T.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
