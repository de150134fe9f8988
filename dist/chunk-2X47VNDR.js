const require = process.getBuiltinModule;
import{a,b}from"./chunk-XW62BWYN.js";import"./chunk-IHH7RKAY.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
