const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZRVIXLM5.js";import"./chunk-HMWPUPSL.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
