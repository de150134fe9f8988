const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-6KZ2N7VU.js";import"./chunk-SZABDMIR.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-OY5T6WNJ.js";import"./chunk-MA3M27VM.js";import"./chunk-VGIV775M.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
