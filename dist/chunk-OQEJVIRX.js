const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZK7D2K2F.js";import"./chunk-XZ7FFA5E.js";import"./chunk-ZQZ3JXUW.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
