const require = process.getBuiltinModule;
import{a,b}from"./chunk-36QZW63M.js";import"./chunk-DRUC3BFW.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
