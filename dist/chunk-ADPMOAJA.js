const require = process.getBuiltinModule;
import{a,b}from"./chunk-C3KAFCFP.js";import"./chunk-O2E7PZHG.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
