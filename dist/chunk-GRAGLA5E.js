const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-7HG3WXTK.js";import"./chunk-WZ3XOV7E.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-USTJQ4P5.js";import"./chunk-EDF523L2.js";import"./chunk-NQCATN7S.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
