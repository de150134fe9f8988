const require = process.getBuiltinModule;
import{a,b}from"./chunk-36URUSXC.js";import"./chunk-JZWMHXKH.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
