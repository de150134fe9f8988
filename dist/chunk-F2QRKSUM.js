const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-DGM73553.js";import"./chunk-E4IKRQTF.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-JQRTR2BH.js";import"./chunk-DEM6OHTS.js";import"./chunk-PJ435DNQ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
