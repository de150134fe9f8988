const require = process.getBuiltinModule;
import{a,b}from"./chunk-24WPY3ZL.js";import"./chunk-MKMLCLRY.js";import"./chunk-LROHHIAN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
