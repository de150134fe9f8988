const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-KT2HW2AC.js";import"./chunk-KVHYVZVI.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-JJHWIYLM.js";import"./chunk-A6DGQIIJ.js";import"./chunk-6A3FQ6BD.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
