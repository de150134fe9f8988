const require = process.getBuiltinModule;
import{a,b}from"./chunk-36K766ZM.js";import"./chunk-FK6O3ZAU.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
