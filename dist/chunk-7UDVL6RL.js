const require = process.getBuiltinModule;
import{a,b}from"./chunk-BL6QK4NW.js";import"./chunk-DNAYPQAB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
