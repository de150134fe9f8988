const require = process.getBuiltinModule;
import{a,b}from"./chunk-VKV6WD7J.js";import"./chunk-ZLTD6KHG.js";import"./chunk-W7W7M3DA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
