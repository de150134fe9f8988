const require = process.getBuiltinModule;
import{a,b}from"./chunk-6IZ6HZAX.js";import"./chunk-4VI54UHX.js";import"./chunk-UQV2MY4O.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
