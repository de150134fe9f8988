const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZOELTFMN.js";import"./chunk-KEZHJXP5.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
