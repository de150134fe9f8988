const require = process.getBuiltinModule;
import{a,b}from"./chunk-XDQE3RSS.js";import"./chunk-43LHVPV3.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
