const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-MNS2QCIF.js";import"./chunk-PNWRGTBP.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-R6SFBSTB.js";import"./chunk-FGFDNIUM.js";import"./chunk-AZNBX25X.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
