const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-J5WYYCVK.js";import"./chunk-WEYHTBV3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-RT5UQSTU.js";import"./chunk-5CP2NWSZ.js";import"./chunk-KCD4ADZC.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
