const require = process.getBuiltinModule;
import{a,b}from"./chunk-DPUC2ZKZ.js";import"./chunk-65FGMIUR.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
