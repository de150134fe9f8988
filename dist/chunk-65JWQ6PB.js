const require = process.getBuiltinModule;
import{a,b}from"./chunk-LBEJGNMG.js";import"./chunk-ZTZGLVKV.js";import"./chunk-H4WXJLST.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
