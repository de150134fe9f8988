const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-OO5FZLHT.js";import"./chunk-FKO65VNF.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-JMDXVO2T.js";import"./chunk-IHJ2QWYA.js";import"./chunk-SWWUOPRG.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
