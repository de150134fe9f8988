const require = process.getBuiltinModule;
import{a,b}from"./chunk-3BCJ753E.js";import"./chunk-PRFIZXCX.js";import"./chunk-RYI4KKRJ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
