const require = process.getBuiltinModule;
import{a,b}from"./chunk-C62GURPE.js";import"./chunk-MGFOQF6L.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
