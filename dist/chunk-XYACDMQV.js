const require = process.getBuiltinModule;
import{a,b}from"./chunk-S7DINA3M.js";import"./chunk-OQHDLSST.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
