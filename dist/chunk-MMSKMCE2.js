const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-UP6ZNVXL.js";import"./chunk-VJWOELEY.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-DPUC2ZKZ.js";import"./chunk-6WPHZWYH.js";import"./chunk-65FGMIUR.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
