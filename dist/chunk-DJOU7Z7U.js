const require = process.getBuiltinModule;
import{a,b}from"./chunk-XP43PVTT.js";import"./chunk-TOQMV3ZD.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
