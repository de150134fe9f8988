const require = process.getBuiltinModule;
import{a,b}from"./chunk-CDA2FS6Y.js";import"./chunk-VM5CYPNV.js";import"./chunk-U4VCI5ZK.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
