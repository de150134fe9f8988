const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-OJSFOLMQ.js";import"./chunk-RUVZBUN4.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ZOELTFMN.js";import"./chunk-V64FCRN2.js";import"./chunk-BBQVU3AM.js";import"./chunk-KEZHJXP5.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
