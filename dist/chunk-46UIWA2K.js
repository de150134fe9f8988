const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-WVUR4EV2.js";import"./chunk-VS4ESLO2.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-CHSJZKIM.js";import"./chunk-TKZO5GCF.js";import"./chunk-72QCVAIO.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
