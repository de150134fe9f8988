const require = process.getBuiltinModule;
import{a,b}from"./chunk-ENEOTZXH.js";import"./chunk-KMCOUKEF.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
