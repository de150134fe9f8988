const require = process.getBuiltinModule;
import{a,b}from"./chunk-2K3IEKHS.js";import"./chunk-CARCMBRU.js";import"./chunk-SMIQVVOK.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
