const require = process.getBuiltinModule;
import{a,b}from"./chunk-A7R32GA6.js";import"./chunk-VKUNBJEY.js";import"./chunk-O5LUFGJV.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
