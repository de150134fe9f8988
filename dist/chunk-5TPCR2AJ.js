const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZIIUCMWF.js";import"./chunk-E3NNARTU.js";import"./chunk-FQONFUMK.js";import"./chunk-ZKLYQWGT.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
