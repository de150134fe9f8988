const require = process.getBuiltinModule;
import{a,b}from"./chunk-GHXPXO4O.js";import"./chunk-LD6XG5JG.js";import"./chunk-VE4OPKHT.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
