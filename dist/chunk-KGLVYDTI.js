const require = process.getBuiltinModule;
import{a,b}from"./chunk-TNSFTAO6.js";import"./chunk-TE3QLYBG.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
