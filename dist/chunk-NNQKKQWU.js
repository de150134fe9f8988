const require = process.getBuiltinModule;
import{a,b}from"./chunk-NNFK6FGC.js";import"./chunk-KBQ5UIGD.js";import"./chunk-F5QZODTB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
