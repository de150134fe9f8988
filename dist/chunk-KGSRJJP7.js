const require = process.getBuiltinModule;
import{a,b}from"./chunk-BSSJEJPL.js";import"./chunk-VJT6IMAI.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
