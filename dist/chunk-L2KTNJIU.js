const require = process.getBuiltinModule;
import{a,b}from"./chunk-425XY6TW.js";import"./chunk-UQV2MY4O.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
