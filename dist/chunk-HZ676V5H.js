const require = process.getBuiltinModule;
import{a,b}from"./chunk-PLPSNCTB.js";import"./chunk-ZXWSYFMU.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
