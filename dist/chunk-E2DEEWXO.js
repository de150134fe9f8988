const require = process.getBuiltinModule;
import{a,b}from"./chunk-TDCAIWFE.js";import"./chunk-MA3M27VM.js";import"./chunk-VGIV775M.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};
