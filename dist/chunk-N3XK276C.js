const require = process.getBuiltinModule;
import{a,b}from"./chunk-3O3PAEZZ.js";import"./chunk-FNGAJHTH.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
