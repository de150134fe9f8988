const require = process.getBuiltinModule;
import{a,b}from"./chunk-ELCOO72D.js";import"./chunk-6DJSR4NI.js";import"./chunk-HCHQAJWJ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
