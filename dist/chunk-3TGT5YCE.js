const require = process.getBuiltinModule;
import{a,b}from"./chunk-WQQLAD6W.js";import"./chunk-ESNAB3GY.js";import"./chunk-WBW7EETC.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
