const require = process.getBuiltinModule;
import{a,b}from"./chunk-B3DERGMX.js";import"./chunk-HWOP6NHI.js";import"./chunk-GQB3TISJ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
