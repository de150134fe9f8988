const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ITJJ4FGD.js";import"./chunk-733LD7K2.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-S6AU5Y2Z.js";import"./chunk-JM33L6XS.js";import"./chunk-LGTPM2IO.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
