const require = process.getBuiltinModule;
import{a,b}from"./chunk-CJG53KYS.js";import"./chunk-LACT6JFC.js";import"./chunk-FE6C2CYK.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
