const require = process.getBuiltinModule;
import{a,b}from"./chunk-JHC52ED4.js";import"./chunk-P55Y3DHK.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
