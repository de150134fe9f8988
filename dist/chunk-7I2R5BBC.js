const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-F6NMUGJS.js";import"./chunk-UKH2744L.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-L5TW6MYI.js";import"./chunk-ZLTD6KHG.js";import"./chunk-W7W7M3DA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
