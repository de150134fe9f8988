const require = process.getBuiltinModule;
import{a,b}from"./chunk-7BXUW7EX.js";import"./chunk-56B3HFNG.js";import"./chunk-5NIIMMJ6.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
