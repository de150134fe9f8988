const require = process.getBuiltinModule;
import{a,b}from"./chunk-UBOEZBUG.js";import"./chunk-4WALX6KG.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
