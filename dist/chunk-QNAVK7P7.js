const require = process.getBuiltinModule;
import{a,b}from"./chunk-RO4IDOBN.js";import"./chunk-H4WXJLST.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
