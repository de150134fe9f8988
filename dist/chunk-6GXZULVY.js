const require = process.getBuiltinModule;
import{a,b}from"./chunk-QDOF55SB.js";import"./chunk-CUEPVJV2.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
