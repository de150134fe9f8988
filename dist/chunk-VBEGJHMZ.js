const require = process.getBuiltinModule;
import{a,b}from"./chunk-XX44L6NQ.js";import"./chunk-6VWMHDQJ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
