const require = process.getBuiltinModule;
import{a,b}from"./chunk-L5TW6MYI.js";import"./chunk-W7W7M3DA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
