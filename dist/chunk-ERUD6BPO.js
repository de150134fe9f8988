const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-MVKDJKDP.js";import"./chunk-NNSIT3XG.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-AKIJTID7.js";import"./chunk-VFNDKU65.js";import"./chunk-RMJ7ZGF5.js";import"./chunk-BZNVBU3K.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
