const require = process.getBuiltinModule;
import{a,b}from"./chunk-UN3U5DEA.js";import"./chunk-DPU7FHJQ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
