const require = process.getBuiltinModule;
import{a,b}from"./chunk-G6KFLRDR.js";import"./chunk-WO2XJFLX.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
