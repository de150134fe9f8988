const require = process.getBuiltinModule;
import{a,b}from"./chunk-OZMEMWPQ.js";import"./chunk-N2FHNAE5.js";import"./chunk-AS2UZHOL.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
