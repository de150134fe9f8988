const require = process.getBuiltinModule;
import{a,b}from"./chunk-GZFGNJZD.js";import"./chunk-VE4OPKHT.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
