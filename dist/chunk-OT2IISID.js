const require = process.getBuiltinModule;
import{a,b}from"./chunk-5UTBUMG5.js";import"./chunk-2O4GC22X.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
