const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZXS54VYH.js";import"./chunk-A6A677JA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
