const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ZSY7CVTN.js";import"./chunk-AAYQFVCQ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-UN3U5DEA.js";import"./chunk-U2VZTBGF.js";import"./chunk-DPU7FHJQ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
