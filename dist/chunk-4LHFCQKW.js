const require = process.getBuiltinModule;
import{a,b}from"./chunk-WVGWNZEW.js";import"./chunk-27LE5T6P.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
