const require = process.getBuiltinModule;
import{a,b}from"./chunk-E7Z7RRKH.js";import"./chunk-ODLQOXJI.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
