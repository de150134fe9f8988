const require = process.getBuiltinModule;
import{a,b}from"./chunk-DOKGSC3S.js";import"./chunk-JRQIMH2G.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
