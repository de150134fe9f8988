const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-ZDUN6CRH.js";import"./chunk-OHX27BFT.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ECXCSG73.js";import"./chunk-HA6TBQS4.js";import"./chunk-25NFYUVV.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
