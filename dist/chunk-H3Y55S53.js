const require = process.getBuiltinModule;
import{a,b}from"./chunk-D2IBHZHS.js";import"./chunk-3QQMH32W.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
