const require = process.getBuiltinModule;
import{a,b}from"./chunk-I44T53XH.js";import"./chunk-NQ2BNFL2.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
