const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-GMU4Y3S7.js";import"./chunk-CRDVPMMU.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-RCFT4BWO.js";import"./chunk-3MNHU2S3.js";import"./chunk-MIKEJLTL.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
