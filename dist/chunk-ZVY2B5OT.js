const require = process.getBuiltinModule;
import{a,b}from"./chunk-UYJFQZAB.js";import"./chunk-P7YBBSKD.js";import"./chunk-LQNV7TR4.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
