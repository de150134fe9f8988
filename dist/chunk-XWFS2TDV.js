const require = process.getBuiltinModule;
import{a,b}from"./chunk-5UWGR44V.js";import"./chunk-RIAUKYMA.js";import"./chunk-U7EXEPXB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
