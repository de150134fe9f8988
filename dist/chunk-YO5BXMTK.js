const require = process.getBuiltinModule;
import{a,b}from"./chunk-WMNUSY5E.js";import"./chunk-J3I7WAFP.js";import"./chunk-42T4AVBQ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};
