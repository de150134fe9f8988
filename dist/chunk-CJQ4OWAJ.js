const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-7CHJPXRS.js";import"./chunk-2OATYZ55.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-TNSFTAO6.js";import"./chunk-WRGFQZX2.js";import"./chunk-TE3QLYBG.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
