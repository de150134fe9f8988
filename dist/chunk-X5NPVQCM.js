const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-GB5HJDZP.js";import"./chunk-6HZQTOYK.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-325KZB3L.js";import"./chunk-T6DPKUCO.js";import"./chunk-DHCFW6RN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
