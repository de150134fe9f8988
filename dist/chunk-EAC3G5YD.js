const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-J7SHXLSR.js";import"./chunk-SMHRRCAA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-TF5SQRI7.js";import"./chunk-IDTEPSJ2.js";import"./chunk-TBIFHIZX.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
