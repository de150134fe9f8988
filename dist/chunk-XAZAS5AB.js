const require = process.getBuiltinModule;
import{a,b}from"./chunk-PFCFQ25Q.js";import"./chunk-LQNV7TR4.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
