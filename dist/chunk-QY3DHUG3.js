const require = process.getBuiltinModule;
import{a,b}from"./chunk-5RBKFQRY.js";import"./chunk-DYFIBDW5.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
