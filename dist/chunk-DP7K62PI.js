const require = process.getBuiltinModule;
import{a,b}from"./chunk-DXL67GXB.js";import"./chunk-42T4AVBQ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
