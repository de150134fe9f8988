const require = process.getBuiltinModule;
import{a,b}from"./chunk-RCFT4BWO.js";import"./chunk-MIKEJLTL.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
