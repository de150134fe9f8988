const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZZKRX7VH.js";import"./chunk-5NIIMMJ6.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
