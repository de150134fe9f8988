const require = process.getBuiltinModule;
import{a,b}from"./chunk-NULBVOTI.js";import"./chunk-W7GLZX3T.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
