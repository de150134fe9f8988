const require = process.getBuiltinModule;
import{a,b}from"./chunk-RPS6243U.js";import"./chunk-E4VZQYHE.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
