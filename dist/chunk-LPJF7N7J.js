const require = process.getBuiltinModule;
import{a,b}from"./chunk-6BWM7IGF.js";import"./chunk-VGM7AHF5.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};
