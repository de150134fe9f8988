const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-5PEB4D2W.js";import"./chunk-646SB25X.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-PLPSNCTB.js";import"./chunk-VZET5DVY.js";import"./chunk-ZXWSYFMU.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
