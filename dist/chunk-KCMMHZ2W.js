const require = process.getBuiltinModule;
import{a,b}from"./chunk-HVFKF4CN.js";import"./chunk-ZHEE2VBE.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
