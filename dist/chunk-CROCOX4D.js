const require = process.getBuiltinModule;
import{a,b}from"./chunk-33EJNUBY.js";import"./chunk-SMIQVVOK.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
