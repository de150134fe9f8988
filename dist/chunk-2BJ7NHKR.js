const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-BXAC2LJV.js";import"./chunk-33DL5ABA.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-KJ4S644K.js";import"./chunk-SOIG6WCP.js";import"./chunk-RC2PAQEK.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
