const require = process.getBuiltinModule;
import{a,b}from"./chunk-HDTT5ESE.js";import"./chunk-DKN7KMJ4.js";import"./chunk-27LE5T6P.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
