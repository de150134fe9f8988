const require = process.getBuiltinModule;
import{a,b}from"./chunk-YGP4677N.js";import"./chunk-FLRO3VYA.js";import"./chunk-3YAF3O45.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
