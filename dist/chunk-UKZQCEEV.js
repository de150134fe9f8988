const require = process.getBuiltinModule;
import{a,b}from"./chunk-NEZTIC3N.js";import"./chunk-6LHQHEQO.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
