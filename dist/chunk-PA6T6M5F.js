const require = process.getBuiltinModule;
import{a,b}from"./chunk-WXX6KHOE.js";import"./chunk-LTO3OBYQ.js";import"./chunk-YIGEOUEU.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
