const require = process.getBuiltinModule;
import{a,b}from"./chunk-HYF7MWSB.js";import"./chunk-5O6SIFAQ.js";import"./chunk-XGHYV2VE.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
