const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-32LDD7LH.js";import"./chunk-N3JVN7ER.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-HYR2DNHB.js";import"./chunk-4QDIIDM4.js";import"./chunk-D5SYGPMU.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
