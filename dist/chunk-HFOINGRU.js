const require = process.getBuiltinModule;
import{a,b}from"./chunk-4JBNAQK2.js";import"./chunk-KO5T7RNP.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
