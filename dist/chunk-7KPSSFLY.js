const require = process.getBuiltinModule;
import{a,b}from"./chunk-IO2OUBO3.js";import"./chunk-JM33L6XS.js";import"./chunk-LGTPM2IO.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
