const require = process.getBuiltinModule;
import{a,b}from"./chunk-IY4MDL7B.js";import"./chunk-PJBQS5EG.js";import"./chunk-EE7S6TJY.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
