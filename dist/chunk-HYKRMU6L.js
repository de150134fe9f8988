const require = process.getBuiltinModule;
import{a,b}from"./chunk-R2HHQ763.js";import"./chunk-QHVF5OQU.js";import"./chunk-2O4GC22X.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
