const require = process.getBuiltinModule;
import{a,b}from"./chunk-L36E5V2H.js";import"./chunk-FLXGGAWS.js";import"./chunk-7V6EZNDB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
