const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-SJU73RL3.js";import"./chunk-TZQMP56X.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-TTBS33CR.js";import"./chunk-2G5JK6KI.js";import"./chunk-DBU7EDZV.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
