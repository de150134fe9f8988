const require = process.getBuiltinModule;
import{a,b}from"./chunk-FJUHP64R.js";import"./chunk-KDGEAGJN.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
