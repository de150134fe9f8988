const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-THK5GU2O.js";import"./chunk-L7SYKFBE.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-RPS6243U.js";import"./chunk-OY56TTPO.js";import"./chunk-E4VZQYHE.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
