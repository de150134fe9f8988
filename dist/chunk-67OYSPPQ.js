const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-CUYROGHC.js";import"./chunk-HHUB3M3V.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-LVBTKL7S.js";import"./chunk-7JOLBCR7.js";import"./chunk-IG2ST2H6.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
