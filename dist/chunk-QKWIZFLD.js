const require = process.getBuiltinModule;
import{a,b}from"./chunk-CTEMZPJ3.js";import"./chunk-3W2BXLO3.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
