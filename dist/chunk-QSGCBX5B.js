const require = process.getBuiltinModule;
import{a,b}from"./chunk-LMIZ2MDC.js";import"./chunk-NVQZ2GFN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
