const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-XQN4CWUE.js";import"./chunk-A53C674A.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-5SSLO64S.js";import"./chunk-PRFIZXCX.js";import"./chunk-RYI4KKRJ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
