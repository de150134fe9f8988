const require = process.getBuiltinModule;
import{a,b}from"./chunk-LTGT4GHX.js";import"./chunk-7V6EZNDB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
