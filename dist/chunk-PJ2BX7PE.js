const require = process.getBuiltinModule;
import{a,b}from"./chunk-AKIJTID7.js";import"./chunk-BZNVBU3K.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
