const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-YFULWMDI.js";import"./chunk-U3UTG4WA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-BX5SC35M.js";import"./chunk-HBTCC4YB.js";import"./chunk-SENDOYZL.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
