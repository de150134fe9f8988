const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-GMKPO2TL.js";import"./chunk-BFI7XKSQ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-4JE3LG62.js";import"./chunk-SGTLDIFE.js";import"./chunk-CEVG43UA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
