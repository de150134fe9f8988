const require = process.getBuiltinModule;
import{a,b}from"./chunk-IXXUHYFG.js";import"./chunk-6W7HQUA5.js";import"./chunk-72SFI6WN.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
