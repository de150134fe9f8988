const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-RXBJTXGN.js";import"./chunk-6AXKY3LK.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-VX2FXG42.js";import"./chunk-IBSHNSNF.js";import"./chunk-SN5ZM2ES.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
