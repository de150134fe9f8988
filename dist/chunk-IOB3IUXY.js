const require = process.getBuiltinModule;
import{a,b}from"./chunk-4UHO2JZK.js";import"./chunk-IOQUVLY6.js";import"./chunk-ZKDGJXZ7.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
