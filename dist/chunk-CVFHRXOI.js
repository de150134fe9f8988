const require = process.getBuiltinModule;
import{a,b}from"./chunk-JHMVZQW5.js";import"./chunk-6WPHZWYH.js";import"./chunk-65FGMIUR.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
