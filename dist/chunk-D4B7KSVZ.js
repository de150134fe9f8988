const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-V2IU6OY6.js";import"./chunk-IIMBKPBX.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-LTGT4GHX.js";import"./chunk-FLXGGAWS.js";import"./chunk-7V6EZNDB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
