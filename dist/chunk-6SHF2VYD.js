const require = process.getBuiltinModule;
import{a,b}from"./chunk-YV6RXNRO.js";import"./chunk-EPKYWJDU.js";import"./chunk-NJRG4RF3.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
