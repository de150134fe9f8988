const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-36G2VYBR.js";import"./chunk-3YH7CY2U.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-WWMXXGXP.js";import"./chunk-FLRO3VYA.js";import"./chunk-3YAF3O45.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
