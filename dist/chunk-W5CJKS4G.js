const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-OQ3YUJIT.js";import"./chunk-QPGQKYI2.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-NEZTIC3N.js";import"./chunk-ARVWYXFE.js";import"./chunk-6LHQHEQO.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
