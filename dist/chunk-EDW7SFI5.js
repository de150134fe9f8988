const require = process.getBuiltinModule;
import{a,b}from"./chunk-NNRRAAM2.js";import"./chunk-3R7KFXDN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
