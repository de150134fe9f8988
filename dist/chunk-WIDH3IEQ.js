const require = process.getBuiltinModule;
import{a,b}from"./chunk-UMOFCBKP.js";import"./chunk-IW4MVI5P.js";import"./chunk-7AHGZ2GB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
