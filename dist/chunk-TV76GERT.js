const require = process.getBuiltinModule;
import{a,b}from"./chunk-R4FGWSMH.js";import"./chunk-UZHE3JX3.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
