const require = process.getBuiltinModule;
import{a,b}from"./chunk-JMDXVO2T.js";import"./chunk-SWWUOPRG.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
