const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-THHSDINI.js";import"./chunk-YWPEPI36.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-SFC26D6M.js";import"./chunk-GZV3GA2Y.js";import"./chunk-O5BUFVNX.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
