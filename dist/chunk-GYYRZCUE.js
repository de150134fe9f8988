const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-3KLBU2SW.js";import"./chunk-E6TRHDFK.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-DOKGSC3S.js";import"./chunk-IDLYVJDO.js";import"./chunk-JRQIMH2G.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
