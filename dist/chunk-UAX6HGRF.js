const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-DSQBUI4S.js";import"./chunk-L5TSWCPG.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-FIDLIU67.js";import"./chunk-ESNAB3GY.js";import"./chunk-WBW7EETC.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
