const require = process.getBuiltinModule;
import{a,b}from"./chunk-6GDQM7F4.js";import"./chunk-IMKKFEDP.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
