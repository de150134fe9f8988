const require = process.getBuiltinModule;
import{a,b}from"./chunk-5BIFWRBQ.js";import"./chunk-IBSHNSNF.js";import"./chunk-SN5ZM2ES.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
