const require = process.getBuiltinModule;
import{a,b}from"./chunk-3VL4JJGN.js";import"./chunk-BHJI7DLB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
