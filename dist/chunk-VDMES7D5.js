const require = process.getBuiltinModule;
import{a,b}from"./chunk-3S2UVOZS.js";import"./chunk-I3ENFN7T.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
