const require = process.getBuiltinModule;
import{a,b}from"./chunk-35E2PSIH.js";import"./chunk-UEHOZU4Z.js";import"./chunk-5QPVZQSZ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
