const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-R4YFSW7K.js";import"./chunk-NXLQVHIZ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-UBOEZBUG.js";import"./chunk-CQKKC3X5.js";import"./chunk-4WALX6KG.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
