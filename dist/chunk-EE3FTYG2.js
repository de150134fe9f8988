const require = process.getBuiltinModule;
import{a,b}from"./chunk-RLHIDBUG.js";import"./chunk-H4FVLYFB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
