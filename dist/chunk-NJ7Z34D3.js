const require = process.getBuiltinModule;
import{a,b}from"./chunk-6DV6E34U.js";import"./chunk-HA6TBQS4.js";import"./chunk-25NFYUVV.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
