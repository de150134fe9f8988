const require = process.getBuiltinModule;
import{a,b}from"./chunk-BITCLLM5.js";import"./chunk-TJUC2QM6.js";import"./chunk-CUEPVJV2.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
