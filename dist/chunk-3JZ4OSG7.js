const require = process.getBuiltinModule;
import{a,b}from"./chunk-YYB4JA7A.js";import"./chunk-YC7ZAX2C.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
