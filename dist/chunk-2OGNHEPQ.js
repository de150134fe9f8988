const require = process.getBuiltinModule;
import{a,b}from"./chunk-EU3GBZC7.js";import"./chunk-AS2UZHOL.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
