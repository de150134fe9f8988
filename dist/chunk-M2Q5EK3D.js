const require = process.getBuiltinModule;
import{a,b}from"./chunk-XCYHIM5D.js";import"./chunk-67VZRYHW.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
