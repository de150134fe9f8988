const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-SCTZCZTM.js";import"./chunk-GXF2L6NR.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-D2IBHZHS.js";import"./chunk-V2LNTABA.js";import"./chunk-YR2YLHI7.js";import"./chunk-3QQMH32W.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
