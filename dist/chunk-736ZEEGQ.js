const require = process.getBuiltinModule;
import{a,b}from"./chunk-QHVURDPK.js";import"./chunk-JJAVKBSV.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
