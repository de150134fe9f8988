const require = process.getBuiltinModule;
import{a,b}from"./chunk-7V2JLJ2O.js";import"./chunk-F5QZODTB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
