const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-UR2OJOBN.js";import"./chunk-NS2B3BH3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-33EJNUBY.js";import"./chunk-CARCMBRU.js";import"./chunk-SMIQVVOK.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
