const require = process.getBuiltinModule;
import{a,b}from"./chunk-VDKOO672.js";import"./chunk-NJRG4RF3.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
