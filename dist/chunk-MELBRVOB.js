const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-BBW75DG2.js";import"./chunk-FGC4VERU.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-OBSRPROJ.js";import"./chunk-I3Y5PWY4.js";import"./chunk-GSFDMMUS.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
