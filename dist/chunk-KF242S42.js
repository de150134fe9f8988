const require = process.getBuiltinModule;
import{a,b}from"./chunk-Q45JUN6O.js";import"./chunk-M4HHHLWF.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
