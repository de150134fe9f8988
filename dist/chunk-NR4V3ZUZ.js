const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-AUGNFIRH.js";import"./chunk-26QE7IB5.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-XTFVIEQK.js";import"./chunk-O5IBZMTY.js";import"./chunk-VJSB3EGM.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
