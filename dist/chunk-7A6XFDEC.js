const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-I4V2AD4A.js";import"./chunk-KNTVVBCQ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-WEYPO5ZU.js";import"./chunk-A2K55YXF.js";import"./chunk-VKWT246B.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
