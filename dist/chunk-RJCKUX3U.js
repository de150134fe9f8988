const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-4MS44XJK.js";import"./chunk-PATURFUD.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-36QZW63M.js";import"./chunk-QDY3K3VG.js";import"./chunk-DRUC3BFW.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
