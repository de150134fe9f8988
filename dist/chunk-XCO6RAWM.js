const require = process.getBuiltinModule;
import{j as a}from"./chunk-O2QJEQON.js";import"./chunk-ALFY3IOC.js";import"./chunk-ZI7FQOHT.js";import"./chunk-RPA2R6GA.js";import"./chunk-VJT6IMAI.js";import"./chunk-WUVBLXSJ.js";export{a as start};
