const require = process.getBuiltinModule;
import{a,b}from"./chunk-325KZB3L.js";import"./chunk-DHCFW6RN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
