const require = process.getBuiltinModule;
import{a,b}from"./chunk-OBSRPROJ.js";import"./chunk-GSFDMMUS.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
