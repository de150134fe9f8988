const require = process.getBuiltinModule;
import{a,b}from"./chunk-WMRC2U3A.js";import"./chunk-OTAFAVDH.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
