const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-LNZOY5HP.js";import"./chunk-XCHTYESC.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-CKTEHYYL.js";import"./chunk-BNZ65UGF.js";import"./chunk-4Y5JV5ZH.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
