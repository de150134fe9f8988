const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-3WKLK7IW.js";import"./chunk-AOWLSGSY.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-YXSXYGSK.js";import"./chunk-M3QHJUED.js";import"./chunk-RXIZHNMC.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
