const require = process.getBuiltinModule;
import{a,b}from"./chunk-LANCLOFC.js";import"./chunk-YKYDMTHU.js";import"./chunk-KMPOQWJA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
