const require = process.getBuiltinModule;
import{a,b}from"./chunk-NUHZBFMU.js";import"./chunk-NKZAVVGZ.js";import"./chunk-XUWKHSRR.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
