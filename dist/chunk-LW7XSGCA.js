const require = process.getBuiltinModule;
import{a,b}from"./chunk-PBWVQEDG.js";import"./chunk-H3PD2WW6.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
