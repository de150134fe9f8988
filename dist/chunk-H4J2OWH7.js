const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-M6DLHW2P.js";import"./chunk-LYZ7GR6Q.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-J2KGDOT4.js";import"./chunk-4UPPAB3G.js";import"./chunk-F3BUAYBF.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
