const require = process.getBuiltinModule;
import{a,b}from"./chunk-WMDCRNF7.js";import"./chunk-27EL7ZHO.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
