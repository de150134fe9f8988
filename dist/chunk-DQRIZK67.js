const require = process.getBuiltinModule;
import{a,b}from"./chunk-7TX7II6F.js";import"./chunk-PITOTWPB.js";import"./chunk-IMKKFEDP.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
