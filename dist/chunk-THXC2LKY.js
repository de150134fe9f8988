const require = process.getBuiltinModule;
import{a,b}from"./chunk-J4N5SLBJ.js";import"./chunk-RDNF63KB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
