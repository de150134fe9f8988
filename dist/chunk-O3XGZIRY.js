const require = process.getBuiltinModule;
import{a,b}from"./chunk-FXRRAELX.js";import"./chunk-4X2JBZJJ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
