const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-523A64P6.js";import"./chunk-45DCHCBS.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-DVVH5FHA.js";import"./chunk-QOOWGWZF.js";import"./chunk-3QORLTAI.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
