const require = process.getBuiltinModule;
import{a,b}from"./chunk-3VLJT2PP.js";import"./chunk-HAQLHDUW.js";import"./chunk-TOQMV3ZD.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
