const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-A3ED2FAL.js";import"./chunk-QDZPUAK5.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-JRTFNAXV.js";import"./chunk-XZ7FFA5E.js";import"./chunk-ZQZ3JXUW.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
