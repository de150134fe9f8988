const require = process.getBuiltinModule;
import{a,b}from"./chunk-25IG3QPU.js";import"./chunk-DSHTEWWO.js";import"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
