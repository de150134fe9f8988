const require = process.getBuiltinModule;
import{a,b}from"./chunk-U2YSSKHZ.js";import"./chunk-UIOIFXMA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
