const require = process.getBuiltinModule;
import{a,b}from"./chunk-DIRDQNKL.js";import"./chunk-552I3EU5.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
