const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-5CNTPQ2Z.js";import"./chunk-DK4F7NG3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-QKEDC5PZ.js";import"./chunk-BVRUFKNO.js";import"./chunk-FQA2XN7B.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
