const require = process.getBuiltinModule;
import{a,b}from"./chunk-UHJDT3MC.js";import"./chunk-BFAVY2FY.js";import"./chunk-ODLQOXJI.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
