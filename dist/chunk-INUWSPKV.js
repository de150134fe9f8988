const require = process.getBuiltinModule;
import{a,b}from"./chunk-RT5UQSTU.js";import"./chunk-KCD4ADZC.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
