const require = process.getBuiltinModule;
import{a,b}from"./chunk-DBIBHRDU.js";import"./chunk-BFAVY2FY.js";import"./chunk-ODLQOXJI.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
