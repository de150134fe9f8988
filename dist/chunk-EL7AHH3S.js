const require = process.getBuiltinModule;
import{a,b}from"./chunk-J2KGDOT4.js";import"./chunk-F3BUAYBF.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
