const require = process.getBuiltinModule;
import{a,b}from"./chunk-KBFVDDUP.js";import"./chunk-JGLRVWTG.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
