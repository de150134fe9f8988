const require = process.getBuiltinModule;
import{a,b}from"./chunk-HXSRDUHT.js";import"./chunk-ZKLYQWGT.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
