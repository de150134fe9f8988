const require = process.getBuiltinModule;
import{a,b}from"./chunk-WWMXXGXP.js";import"./chunk-3YAF3O45.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
