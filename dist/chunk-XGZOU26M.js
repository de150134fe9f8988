const require = process.getBuiltinModule;
import{a,b}from"./chunk-BZEIKVXT.js";import"./chunk-U7M22BEF.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
