const require = process.getBuiltinModule;
import{a,b}from"./chunk-KYNETO7R.js";import"./chunk-3IDU5CMA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
