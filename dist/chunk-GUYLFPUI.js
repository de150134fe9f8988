const require = process.getBuiltinModule;
import{a,b}from"./chunk-375OU4XH.js";import"./chunk-IGJ7HZ7H.js";import"./chunk-3R7KFXDN.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
