const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-FRDSJSPJ.js";import"./chunk-JZWSWH5L.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-3O3PAEZZ.js";import"./chunk-Z3QBZ5GQ.js";import"./chunk-FNGAJHTH.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};
