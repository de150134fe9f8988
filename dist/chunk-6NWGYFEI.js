const require = process.getBuiltinModule;
import{a,b}from"./chunk-6OXVJQYM.js";import"./chunk-TCP62HDG.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
