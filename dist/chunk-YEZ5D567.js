const require = process.getBuiltinModule;
import{a,b}from"./chunk-CINNAY2Q.js";import"./chunk-HJ5EIOMN.js";import"./chunk-ZKCZKRSN.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
