const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-5EI7NVSY.js";import"./chunk-6ZVKTVU2.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-XCYHIM5D.js";import"./chunk-O7QYU4W2.js";import"./chunk-67VZRYHW.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
