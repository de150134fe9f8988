const require = process.getBuiltinModule;
import{a,b}from"./chunk-KLVULMZD.js";import"./chunk-KXKRWUEW.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
