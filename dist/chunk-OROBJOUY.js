const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-MCBCCMBH.js";import"./chunk-L7VQ6AP5.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-3X4QNTM5.js";import"./chunk-G5B3CNA4.js";import"./chunk-MKTLSVIC.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
