const require = process.getBuiltinModule;
import{a,b}from"./chunk-6SVFT2GK.js";import"./chunk-YNCVASW7.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
