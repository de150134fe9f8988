const require = process.getBuiltinModule;
import{a,b}from"./chunk-LVBTKL7S.js";import"./chunk-IG2ST2H6.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
