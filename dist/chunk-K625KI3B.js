const require = process.getBuiltinModule;
import{a,b}from"./chunk-Z32BXHVM.js";import"./chunk-7FV3R6JP.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
