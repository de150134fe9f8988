const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-5E3RCGTX.js";import"./chunk-L2ZBWGVD.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-UMZU7ATI.js";import"./chunk-MAPEDTHV.js";import"./chunk-ML5UGFN4.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
