const require = process.getBuiltinModule;
import{a,b}from"./chunk-TF5SQRI7.js";import"./chunk-TBIFHIZX.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
