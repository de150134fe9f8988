const require = process.getBuiltinModule;
import{a,b}from"./chunk-L4ZN6XF4.js";import"./chunk-Q2BBZRAG.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
