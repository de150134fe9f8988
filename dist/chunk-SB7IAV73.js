const require = process.getBuiltinModule;
import{a,b}from"./chunk-4RBDZCZ4.js";import"./chunk-HVQQF3VY.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
