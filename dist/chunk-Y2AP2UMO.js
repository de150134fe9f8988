const require = process.getBuiltinModule;
import{a,b}from"./chunk-JQRTR2BH.js";import"./chunk-PJ435DNQ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
