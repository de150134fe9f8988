const require = process.getBuiltinModule;
import{a,b}from"./chunk-CHSJZKIM.js";import"./chunk-72QCVAIO.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
