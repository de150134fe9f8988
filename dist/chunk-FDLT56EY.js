const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZEGWWOJA.js";import"./chunk-DRLTGACX.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
