const require = process.getBuiltinModule;
import{a,b}from"./chunk-NFMRO44E.js";import"./chunk-KGIVKL7Q.js";import"./chunk-4TPJAFQS.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
