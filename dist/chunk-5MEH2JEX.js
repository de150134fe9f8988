const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-7LJLPM37.js";import"./chunk-IKMNKGWT.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-3VL4JJGN.js";import"./chunk-AJD7Y6JX.js";import"./chunk-BHJI7DLB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
