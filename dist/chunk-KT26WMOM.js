const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-6VYGGK4E.js";import"./chunk-LPN3EUKQ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-72SS6HSV.js";import"./chunk-IQNUB2QG.js";import"./chunk-I4EUEHC2.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
