const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-TLUPAVKK.js";import"./chunk-MYCL6UJI.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-FJUHP64R.js";import"./chunk-7Q3EPQFI.js";import"./chunk-KDGEAGJN.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
