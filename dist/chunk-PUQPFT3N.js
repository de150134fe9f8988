const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-IEEYI3ZN.js";import"./chunk-HMDADN2L.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-GXXFQWFS.js";import"./chunk-H3DRS27H.js";import"./chunk-R5JE2R2Y.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
