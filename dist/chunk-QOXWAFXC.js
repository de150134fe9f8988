const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-BQ47LX3L.js";import"./chunk-ISBYT7FP.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-5RBKFQRY.js";import"./chunk-DQIZUUES.js";import"./chunk-DYFIBDW5.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
