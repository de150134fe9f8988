const require = process.getBuiltinModule;
import{a,b}from"./chunk-CEIVJENW.js";import"./chunk-TKZO5GCF.js";import"./chunk-72QCVAIO.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
