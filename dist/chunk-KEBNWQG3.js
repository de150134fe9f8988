const require = process.getBuiltinModule;
import{a,b}from"./chunk-YZJAEYKG.js";import"./chunk-KAPXFLHV.js";import"./chunk-DZSUOY3J.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
