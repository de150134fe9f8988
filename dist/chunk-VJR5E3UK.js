const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-TQMGEIAY.js";import"./chunk-KWESQORL.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-NGNN3LNF.js";import"./chunk-WQ2TPZ2T.js";import"./chunk-FQEAQWHE.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
