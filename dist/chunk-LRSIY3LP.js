const require = process.getBuiltinModule;
import{a,b}from"./chunk-XTFVIEQK.js";import"./chunk-VJSB3EGM.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
