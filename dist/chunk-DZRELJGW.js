const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-HEGAOSXJ.js";import"./chunk-FIITDXR3.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-WKBYI422.js";import"./chunk-IBVIG3NJ.js";import"./chunk-UDQWI7QT.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
