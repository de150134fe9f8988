const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-QVDOGE6S.js";import"./chunk-55LT4HP6.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-GZFGNJZD.js";import"./chunk-LD6XG5JG.js";import"./chunk-VE4OPKHT.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
