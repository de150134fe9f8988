const require = process.getBuiltinModule;
import{a,b}from"./chunk-HY4WCVJF.js";import"./chunk-TKZO5GCF.js";import"./chunk-72QCVAIO.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
