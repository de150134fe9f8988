const require = process.getBuiltinModule;
import{a,b}from"./chunk-RBV4MHIL.js";import"./chunk-U7EXEPXB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
