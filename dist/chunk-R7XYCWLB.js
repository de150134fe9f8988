const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-753TP2WR.js";import"./chunk-NIXLX22X.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-YYB4JA7A.js";import"./chunk-I52XJ2DV.js";import"./chunk-YC7ZAX2C.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
