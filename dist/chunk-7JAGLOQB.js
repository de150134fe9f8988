const require = process.getBuiltinModule;
import{a,b}from"./chunk-P4NTMIEF.js";import"./chunk-L6ZCI7B6.js";import"./chunk-CHKONASK.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
