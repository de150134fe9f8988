const require = process.getBuiltinModule;
import{a,b}from"./chunk-QKEDC5PZ.js";import"./chunk-FQA2XN7B.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
