const require = process.getBuiltinModule;
import{a,b}from"./chunk-GYZ4OWZD.js";import"./chunk-2PYZNTBA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
