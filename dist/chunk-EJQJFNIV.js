const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-UKW2J7QI.js";import"./chunk-FOFGJZJ7.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-R4FGWSMH.js";import"./chunk-C2A75RLF.js";import"./chunk-UZHE3JX3.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
