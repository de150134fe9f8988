const require = process.getBuiltinModule;
import{a,b}from"./chunk-QAOGSMLK.js";import"./chunk-JKSU6ESZ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
