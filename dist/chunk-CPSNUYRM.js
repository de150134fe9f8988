const require = process.getBuiltinModule;
import{a,b}from"./chunk-EQM6QQYR.js";import"./chunk-QGFKUK5B.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
