const require = process.getBuiltinModule;
import{a,b}from"./chunk-LC42ACIV.js";import"./chunk-EO45FAA6.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
