const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-KHFCDWAK.js";import"./chunk-QJNFR2SX.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-XW62BWYN.js";import"./chunk-QHBR7FDP.js";import"./chunk-IHH7RKAY.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
