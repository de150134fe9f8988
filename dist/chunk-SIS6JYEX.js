const require = process.getBuiltinModule;
import{a,b}from"./chunk-7A74HYOC.js";import"./chunk-6EOS3VOP.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
