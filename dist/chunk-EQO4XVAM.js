const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-WZSTIQMY.js";import"./chunk-TMQ6YDWG.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-UDYAR54W.js";import"./chunk-4NEIMIMX.js";import"./chunk-7VDEYZI3.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
