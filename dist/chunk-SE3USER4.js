const require = process.getBuiltinModule;
import{a,b}from"./chunk-V7TOOWM2.js";import"./chunk-4TPJAFQS.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
