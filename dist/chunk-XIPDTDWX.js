const require = process.getBuiltinModule;
import{a,b}from"./chunk-NSEIZ6ZP.js";import"./chunk-RDOYTTWH.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
