const require = process.getBuiltinModule;
import{a,b}from"./chunk-WWN4UCQV.js";import"./chunk-2XFYPOMN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
