const require = process.getBuiltinModule;
import{a,b}from"./chunk-U3LTKGWM.js";import"./chunk-HBTCC4YB.js";import"./chunk-SENDOYZL.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
