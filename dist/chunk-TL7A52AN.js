const require = process.getBuiltinModule;
import{a,b}from"./chunk-Z7ZUWJMB.js";import"./chunk-7KEIVKBB.js";import"./chunk-ZY65457R.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
