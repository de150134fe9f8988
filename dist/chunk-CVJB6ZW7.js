const require = process.getBuiltinModule;
import{a,b}from"./chunk-V6OSXRYX.js";import"./chunk-JNVWBF2H.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
