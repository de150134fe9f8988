const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-QOVLTSBC.js";import"./chunk-VFO3D4LC.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-JVA7FZXV.js";import"./chunk-RH3WVLWS.js";import"./chunk-LGWND3BN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
