const require = process.getBuiltinModule;
import{a,b}from"./chunk-GFQFFNPJ.js";import"./chunk-PJBQS5EG.js";import"./chunk-EE7S6TJY.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
