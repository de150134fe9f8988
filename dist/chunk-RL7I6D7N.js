const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-JV3YXFZK.js";import"./chunk-PK6SGGKB.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-5UTBUMG5.js";import"./chunk-QHVF5OQU.js";import"./chunk-2O4GC22X.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
