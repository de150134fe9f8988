const require = process.getBuiltinModule;
import{a,b}from"./chunk-3QPTP3HX.js";import"./chunk-DZSUOY3J.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
