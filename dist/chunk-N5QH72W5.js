const require = process.getBuiltinModule;
import{a,b}from"./chunk-KNSJ4MFF.js";import"./chunk-XGHYV2VE.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
