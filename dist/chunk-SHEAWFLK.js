const require = process.getBuiltinModule;
import{a,b}from"./chunk-UMZU7ATI.js";import"./chunk-ML5UGFN4.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
