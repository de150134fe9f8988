const require = process.getBuiltinModule;
import{a,b}from"./chunk-FIDLIU67.js";import"./chunk-WBW7EETC.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
