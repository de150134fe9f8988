const require = process.getBuiltinModule;
import{a,b}from"./chunk-D4UHHROX.js";import"./chunk-O6SE5BLB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
