const require = process.getBuiltinModule;
import{a,b}from"./chunk-JBTXQWRI.js";import"./chunk-CHKONASK.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
