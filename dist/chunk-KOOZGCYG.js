const require = process.getBuiltinModule;
import{a,b}from"./chunk-IE6NNDB2.js";import"./chunk-LPN5NO77.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
