const require = process.getBuiltinModule;
import{a,b}from"./chunk-24BUCDXS.js";import"./chunk-5J7ZDJPA.js";import"./chunk-HVSQUTTQ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
