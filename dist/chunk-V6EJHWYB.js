const require = process.getBuiltinModule;
import{a,b}from"./chunk-S6AU5Y2Z.js";import"./chunk-LGTPM2IO.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
