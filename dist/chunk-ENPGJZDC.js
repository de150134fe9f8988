const require = process.getBuiltinModule;
import{a,b}from"./chunk-GUOZMPI5.js";import"./chunk-ZKDGJXZ7.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
