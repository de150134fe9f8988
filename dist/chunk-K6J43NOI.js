const require = process.getBuiltinModule;
import{a,b}from"./chunk-OY5T6WNJ.js";import"./chunk-VGIV775M.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
