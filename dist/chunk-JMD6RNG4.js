const require = process.getBuiltinModule;
import{a,b}from"./chunk-X5ZKVD7X.js";import"./chunk-KEM4TA4B.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
