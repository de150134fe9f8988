const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-OVGOPXCK.js";import"./chunk-LV73LD3I.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-DKZKVEXG.js";import"./chunk-DSHTEWWO.js";import"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
