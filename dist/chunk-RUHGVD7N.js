const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-FOFRW4XM.js";import"./chunk-K7N54I2H.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-EU3GBZC7.js";import"./chunk-N2FHNAE5.js";import"./chunk-AS2UZHOL.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
