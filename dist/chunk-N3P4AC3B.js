const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ZRDPQPOJ.js";import"./chunk-6SJ3T755.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-36K766ZM.js";import"./chunk-4YHGCHNW.js";import"./chunk-FK6O3ZAU.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
