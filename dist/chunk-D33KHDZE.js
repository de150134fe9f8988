const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-RQL5GHF3.js";import"./chunk-MB7GUBC7.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-JHC52ED4.js";import"./chunk-AZ2SFCAR.js";import"./chunk-P55Y3DHK.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
