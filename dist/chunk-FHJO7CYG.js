const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-X3OLCHRR.js";import"./chunk-ENLZLS2M.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-KYNETO7R.js";import"./chunk-Y5VHXU5P.js";import"./chunk-3IDU5CMA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
