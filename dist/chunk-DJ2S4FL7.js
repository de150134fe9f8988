const require = process.getBuiltinModule;
import{a,b}from"./chunk-2DFR3EED.js";import"./chunk-LROHHIAN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
