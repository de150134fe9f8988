const require = process.getBuiltinModule;
import{a,b}from"./chunk-TTBS33CR.js";import"./chunk-DBU7EDZV.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
