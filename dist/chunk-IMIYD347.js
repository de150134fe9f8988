const require = process.getBuiltinModule;
import{a,b}from"./chunk-R6SFBSTB.js";import"./chunk-AZNBX25X.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
