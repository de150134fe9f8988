const require = process.getBuiltinModule;
import{a,b}from"./chunk-OFGBN5DS.js";import"./chunk-X57UHNCH.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
