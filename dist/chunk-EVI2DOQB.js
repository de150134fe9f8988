const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-JV73OFFX.js";import"./chunk-ZI5YIQTL.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-Y2F677RB.js";import"./chunk-7KEIVKBB.js";import"./chunk-ZY65457R.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
