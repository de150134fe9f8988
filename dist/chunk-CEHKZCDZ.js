const require = process.getBuiltinModule;
import{a,b}from"./chunk-SNP6KZL2.js";import"./chunk-3SH5ZWFS.js";import"./chunk-M4HHHLWF.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
