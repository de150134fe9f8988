const require = process.getBuiltinModule;
import{a,b}from"./chunk-JRTFNAXV.js";import"./chunk-ZQZ3JXUW.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
