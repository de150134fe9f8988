const require = process.getBuiltinModule;
import{a,b}from"./chunk-TDCBAU26.js";import"./chunk-YIGEOUEU.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
