const require = process.getBuiltinModule;
import{a,b}from"./chunk-VRQRBDGV.js";import"./chunk-72SFI6WN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
