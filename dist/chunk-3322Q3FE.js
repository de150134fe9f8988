const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-7XRVJVM2.js";import"./chunk-ARFF752G.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-Z32BXHVM.js";import"./chunk-TJH6IIUS.js";import"./chunk-7FV3R6JP.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
