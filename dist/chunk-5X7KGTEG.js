const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-SPCL3CVT.js";import"./chunk-5FYYBRMF.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ZZKRX7VH.js";import"./chunk-56B3HFNG.js";import"./chunk-5NIIMMJ6.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
