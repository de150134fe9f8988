const require = process.getBuiltinModule;
import{a,b}from"./chunk-IP3E4GZE.js";import"./chunk-RM2SIVW3.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
