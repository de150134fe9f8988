const require = process.getBuiltinModule;
import{a,b}from"./chunk-EPICJ7EJ.js";import"./chunk-5QPVZQSZ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
