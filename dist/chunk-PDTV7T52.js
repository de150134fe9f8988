const require = process.getBuiltinModule;
import{a,b}from"./chunk-6PQAD2Z4.js";import"./chunk-DGDXINIS.js";import"./chunk-YNCVASW7.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
