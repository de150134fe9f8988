const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-5YXDJK7N.js";import"./chunk-4HFADTKO.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-LC42ACIV.js";import"./chunk-6HW4ZN4G.js";import"./chunk-EO45FAA6.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
