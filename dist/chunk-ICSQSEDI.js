const require = process.getBuiltinModule;
import{a,b}from"./chunk-7MKGERPY.js";import"./chunk-M46FSVR5.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
