const require = process.getBuiltinModule;
import{a,b}from"./chunk-CKTEHYYL.js";import"./chunk-4Y5JV5ZH.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
