const require = process.getBuiltinModule;
import{a,b}from"./chunk-UDYAR54W.js";import"./chunk-7VDEYZI3.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
