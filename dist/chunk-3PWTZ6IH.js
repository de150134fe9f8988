const require = process.getBuiltinModule;
import{a,b}from"./chunk-DKZKVEXG.js";import"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
