const require = process.getBuiltinModule;
import{a,b}from"./chunk-OC75R4VT.js";import"./chunk-ZWKV5DUQ.js";import"./chunk-W7GLZX3T.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
