const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-RPJKPUIP.js";import"./chunk-ORUS52QQ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-GYZ4OWZD.js";import"./chunk-5QYR6YVH.js";import"./chunk-2PYZNTBA.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
