const require = process.getBuiltinModule;
import{a,b}from"./chunk-OSV2AZJ7.js";import"./chunk-AMCIUEI2.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
