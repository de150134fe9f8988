const require = process.getBuiltinModule;
import{a,b}from"./chunk-Y2F677RB.js";import"./chunk-ZY65457R.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
