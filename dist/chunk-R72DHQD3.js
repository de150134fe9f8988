const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-37YNLSMK.js";import"./chunk-MUGWSY2Q.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-XP43PVTT.js";import"./chunk-HAQLHDUW.js";import"./chunk-TOQMV3ZD.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
