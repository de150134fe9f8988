const require = process.getBuiltinModule;
import{a,b}from"./chunk-A7RO6DIM.js";import"./chunk-7I43JAAC.js";import"./chunk-DRLTGACX.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
