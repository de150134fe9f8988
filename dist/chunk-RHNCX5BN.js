const require = process.getBuiltinModule;
import{a,b}from"./chunk-RQ7YSQXV.js";import"./chunk-M5PHVLCA.js";import"./chunk-UIOIFXMA.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
