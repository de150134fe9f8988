const require = process.getBuiltinModule;
import{a,b}from"./chunk-EQ5QW2IF.js";import"./chunk-76EUZHPE.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
