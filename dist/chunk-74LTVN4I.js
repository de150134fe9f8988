const require = process.getBuiltinModule;
import{a,b}from"./chunk-7BL65IPY.js";import"./chunk-OUGIVPPS.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
