const require = process.getBuiltinModule;
import{a,b}from"./chunk-TCU5IH63.js";import"./chunk-Z5CNOWC6.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
