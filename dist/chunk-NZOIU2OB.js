const require = process.getBuiltinModule;
import{a,b}from"./chunk-P6T5G2DW.js";import"./chunk-XWGGKJE4.js";import"./chunk-JNVWBF2H.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
