const require = process.getBuiltinModule;
import{a,b}from"./chunk-YXSXYGSK.js";import"./chunk-RXIZHNMC.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
