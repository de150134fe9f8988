const require = process.getBuiltinModule;
import{a,b}from"./chunk-XEENZKMC.js";import"./chunk-DWRGXBIA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
